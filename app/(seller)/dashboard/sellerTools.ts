import "server-only";
import { cache } from "react";
import { env } from "@/lib/env";
import { sellersTools } from "@/lib/gateway/shelf";
import { catalog } from "@/lib/tools/catalog";

/** Tools on the shelf whose sales are this wallet's: the house's own, or what the seller has published. */
export const sellerTools = cache(async (account: string) => {
  const own = env().payTo.toLowerCase() === account ? catalog : [];
  const listed = (await sellersTools()).map((tool) => tool.definition).filter((tool) => tool.account?.toLowerCase() === account);
  return [...own, ...listed];
});

/** The wallet itself and those that its tools are paid to, lower case. */
export async function ownWallets(account: string): Promise<string[]> {
  const paid = (await sellerTools(account)).map((tool) => tool.payTo?.toLowerCase());
  return [...new Set([account, ...paid.filter((wallet) => wallet !== undefined)])];
}
