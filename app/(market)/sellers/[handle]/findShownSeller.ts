import "server-only";
import { cache } from "react";
import { findSellerByHandle, type Seller } from "@/lib/sellers/findSeller";
import { tryLedger } from "@/lib/tryLedger";

/** The seller of this handle, or null; asked once by layout, title and page. */
export const findShownSeller = cache(async (asked: string): Promise<Seller | "ledger_unavailable" | null> => {
  const handle = asked.toLowerCase();
  if (!/^[a-z0-9-]{1,30}$/.test(handle)) return null;
  const read = await tryLedger(async () => ({ seller: await findSellerByHandle(handle) }));
  return read ? read.seller : "ledger_unavailable";
});
