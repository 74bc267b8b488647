import "server-only";
import { sellersTools } from "@/lib/gateway/shelf";
import type { Tool } from "@/lib/tools/define";
import { tryLedger } from "@/lib/tryLedger";

/** The operations of one listing that can be called now; empty where there are none, or the ledger is away. */
export async function listedOnShelf(handle: string, listing: string): Promise<Tool[]> {
  const theirs = (await tryLedger(sellersTools)) ?? [];
  return theirs.filter(({ definition: d }) => d.seller.handle === handle && d.listing?.name === listing);
}
