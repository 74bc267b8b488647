import "server-only";
import type { SellersTool } from "@/components/sellers/SellersTools";
import { sellersTools } from "@/lib/gateway/shelf";
import { formatUsd } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import type { Seller } from "@/lib/sellers/findSeller";
import { catalog } from "@/lib/tools/catalog";

/** What this seller has on the shelves now, with what a call costs. */
export async function readShelf({ wallet, market }: Pick<Seller, "wallet" | "market">): Promise<SellersTool[]> {
  const listed = (await sellersTools()).map(({ definition }) => definition).filter(({ account }) => account?.toLowerCase() === wallet);
  return [...(market ? catalog : []), ...listed].map((tool) => ({
    code: tool.code,
    slug: tool.slug,
    question: tool.question,
    price: `${tool.pricing ? "from " : ""}${formatUsd(priceOf(tool))}`,
  }));
}
