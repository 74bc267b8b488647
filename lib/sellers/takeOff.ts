import "server-only";
import { db } from "@/db/client";
import { publicUpstreams, takeListingsOff } from "@/db/queries/listingStates";
import { forgetShelf } from "@/lib/gateway/shelf";
import { noteListing } from "./noteListing";
import { hostOf } from "./proofs/hostOf";

/** Takes all that a wallet sells from a host off the shelves, with the reason for everybody to read. Answers the listings' ids. */
export async function takeOff(account: string, host: string, reason: string): Promise<string[]> {
  const there = await publicUpstreams(db(), account);
  const ids = there.filter(({ upstream }) => URL.canParse(upstream) && hostOf(upstream) === host).map(({ id }) => id);
  const off = await takeListingsOff(db(), account, ids, reason);
  if (off.length > 0) forgetShelf();
  for (const id of off) await noteListing(account, id, "off", reason);
  return off;
}
