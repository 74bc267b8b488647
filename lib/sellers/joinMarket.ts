import "server-only";
import { db } from "@/db/client";
import { insertSeller } from "@/db/queries/sellers";
import type { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import { clashFault } from "./clashFault";
import { fieldFault } from "./fieldFault";
import type { Seller } from "./findSeller";
import { readHandle } from "./handles/readHandle";
import { marketSeller } from "./marketSeller";
import { readPayTo } from "./payTo/readPayTo";
import { readName } from "./readName";
import { readSite } from "./readSite";
import { requireSeller } from "./requireSeller";

export type NewAccount = { handle: string; name: string; site?: string | null | undefined; payTo?: string | undefined };

/** Gives a wallet its handle, once and for all. Throws `invalid_input` with the field and a stable reason. */
export async function joinMarket(wallet: string, given: NewAccount): Promise<Seller> {
  const { handle, skeleton } = readHandle(given.handle);
  const { name, nameSkeleton } = readName(given.name);
  const site = readSite(given.site ?? null);
  if (wallet === marketSeller().wallet) throw alreadySeller();
  if (given.payTo !== undefined && readPayTo(given.payTo) !== wallet) {
    throw fieldFault(
      "payTo",
      "payto_needs_signature",
      "At first, sales are paid to the wallet that you signed in with.",
      "Change it afterwards, with a signature.",
    );
  }
  const done = await insertSeller(db(), { wallet, handle, skeleton, name, nameSkeleton, payTo: wallet, site });
  if (done === "already") throw alreadySeller();
  if (done !== "joined") throw clashFault(done, { handle, name });
  forgetShelf();
  return requireSeller(wallet);
}

function alreadySeller(): CoinslotError {
  return fieldFault("handle", "already_seller", "This wallet has a handle, and a handle is given once.");
}
