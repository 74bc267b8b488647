import "server-only";
import { FirstSteps } from "@/components/dashboard/FirstSteps";
import { env } from "@/lib/env";
import { formatUsd } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import { sellerTools } from "./sellerTools";

/** The first visit of this seller. The command works where the market itself runs: on the local chain. */
export function firstSteps(seller: string) {
  const tools = sellerTools(seller).map((tool) => ({ code: tool.code, slug: tool.slug, price: formatUsd(priceOf(tool)) }));
  const { local, network } = env();
  const [tool] = sellerTools(seller);
  const command = local && tool ? `npm run call -- ${tool.slug} '${JSON.stringify(tool.examples[network])}'` : null;
  return <FirstSteps address={seller} tools={tools} command={command} />;
}
