import "server-only";
import { db } from "@/db/client";
import { findUpload, type SpecUpload } from "@/db/queries/specUploads";
import { CoinslotError } from "@/lib/errors";
import { readSpec } from "@/lib/specs/readSpec";
import type { Spec } from "@/lib/specs/types";

const MOST_REMEMBERED = 4;
const KEY = Symbol.for("coinslot.readSpecs");
type Holder = { [KEY]?: Map<string, Spec> };

/** What was just read is listed from within minutes, mostly by the same process. */
export function rememberSpec(id: string, spec: Spec): void {
  const known = remembered();
  known.set(id, spec);
  for (const old of [...known.keys()].slice(0, -MOST_REMEMBERED)) known.delete(old);
}

/** An uploaded description of this wallet. Throws `not_found` once it is gone. */
export async function readAgain(account: string, id: string): Promise<{ upload: SpecUpload; spec: Spec }> {
  const upload = await findUpload(db(), account, id);
  if (!upload) throw gone();
  const known = remembered().get(id);
  if (known) return { upload, spec: known };
  const read = await readSpec(upload.document);
  if (!read.ok) throw gone();
  rememberSpec(id, read.spec);
  return { upload, spec: read.spec };
}

function remembered(): Map<string, Spec> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  return holder[KEY];
}

function gone(): CoinslotError {
  return new CoinslotError("not_found", "This description is no longer kept.", { reason: "spec_gone", hint: "Give it again." });
}
