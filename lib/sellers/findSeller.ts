import "server-only";
import { db } from "@/db/client";
import { type SellerRow, sellerByHandle, sellerByWallet } from "@/db/queries/sellers";
import { MARKET_HANDLE, marketSeller } from "./marketSeller";

/** Who sells here, as everybody may see it. Addresses in lower case. */
export type Seller = Pick<SellerRow, "wallet" | "handle" | "name" | "payTo" | "site"> & {
  /** Null for the market itself. */
  since: Date | null;
  /** It is the market: nothing of it can be changed here. */
  market: boolean;
};

/** The seller behind a wallet, or null where it has no handle yet. */
export async function findSeller(wallet: string): Promise<Seller | null> {
  const market = marketSeller();
  return wallet === market.wallet ? market : asSeller(await sellerByWallet(db(), wallet));
}

export async function findSellerByHandle(handle: string): Promise<Seller | null> {
  return handle === MARKET_HANDLE ? marketSeller() : asSeller(await sellerByHandle(db(), handle));
}

function asSeller(row: SellerRow | null): Seller | null {
  if (!row) return null;
  const { wallet, handle, name, payTo, site, createdAt } = row;
  return { wallet, handle, name, payTo, site, since: createdAt, market: false };
}
