import "server-only";
import { db } from "@/db/client";
import { updateProfile } from "@/db/queries/sellers";
import { forgetShelf } from "@/lib/gateway/shelf";
import { clashFault } from "./clashFault";
import type { Seller } from "./findSeller";
import { readName } from "./readName";
import { readSite } from "./readSite";
import { requireChangeable, requireSeller } from "./requireSeller";

/** Changes name or site; what is left out stays. Throws `invalid_input` with the field and a stable reason. */
export async function changeProfile(
  wallet: string,
  next: { name?: string | undefined; site?: string | null | undefined },
): Promise<Seller> {
  const seller = await requireChangeable(wallet);
  const { name, nameSkeleton } = readName(next.name ?? seller.name);
  const site = next.site === undefined ? seller.site : readSite(next.site);
  const done = await updateProfile(db(), wallet, { name, nameSkeleton, site });
  if (typeof done === "object") throw clashFault(done, { handle: seller.handle, name });
  forgetShelf();
  return requireSeller(wallet);
}
