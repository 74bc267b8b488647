import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { type AddressFigures, addressFigures } from "@/db/queries/addressFigures";
import { searchLedger } from "@/db/queries/searchLedger";
import { tryLedger } from "@/lib/tryLedger";

/** The public figures of an address; null for one that this ledger has never seen. Layout and page ask once. */
export const findAddress = cache(async (asked: string): Promise<AddressFigures | "ledger_unavailable" | null> => {
  const address = asked.toLowerCase();
  if (!/^0x[0-9a-f]{40}$/.test(address)) return null;
  const read = await tryLedger(() => Promise.all([searchLedger(db(), address), addressFigures(db(), address)]));
  if (!read) return "ledger_unavailable";
  return read[0] ? read[1] : null;
});
