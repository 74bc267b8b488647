import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/db/client";
import { keepUpload } from "@/db/queries/specUploads";
import { cleanText } from "@/lib/cleanText";
import { readSpec } from "@/lib/specs/readSpec";
import type { Spec, SpecFault } from "@/lib/specs/types";
import { fetchSpec } from "./fetchSpec";
import { takeTurn } from "./limits";
import { newId } from "./newId";
import { rememberSpec } from "./readAgain";

export type Uploaded = { ok: true; id: string; source: string; spec: Spec } | { ok: false; source: string; faults: SpecFault[] };

/** A description by its address or as text, read, and kept for a day under an id that listings and versions are made from. */
export async function uploadSpec(account: string, given: { url: string } | { text: string; file?: string | undefined }): Promise<Uploaded> {
  takeTurn("specs", account);
  const document = "url" in given ? await fetchSpec(given.url) : given.text;
  const source = "url" in given ? cleanText(given.url, 300) : cleanText(given.file ?? "", 120) || "pasted";
  const read = await readSpec(document);
  if (!read.ok) return { ok: false, source, faults: read.faults };
  const id = newId("spc");
  // The ledger keeps no NUL in a text.
  await keepUpload(db(), { id, account, source, document: document.replaceAll("\0", ""), hash: hashOf(document) });
  rememberSpec(id, read.spec);
  return { ok: true, id, source, spec: read.spec };
}

const hashOf = (document: string) => createHash("sha256").update(document).digest("hex");
