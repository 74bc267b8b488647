import "server-only";
import { db } from "@/db/client";
import { operationCode } from "@/db/queries/operationCode";
import { findDefinition } from "@/lib/tools/catalog";
import { tryLedger } from "@/lib/tryLedger";

/** The code of a tool that is on the shelves or once was; null for what never had one, or while the ledger is away. */
export async function codeOf(slug: string): Promise<string | null> {
  const own = findDefinition(slug);
  if (own) return own.code;
  const [handle, listing, operation] = slug.split("/");
  return handle && listing && operation ? tryLedger(() => operationCode(db(), { handle, listing, operation })) : null;
}
