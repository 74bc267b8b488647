import "server-only";
import { FirstSteps } from "@/components/dashboard/FirstSteps";
import { env } from "@/lib/env";
import { formatUsd } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import { examplesOf } from "@/lib/tools/examples";
import { findTool } from "@/lib/tools/registry";
import { sellerTools } from "./sellerTools";

/** The first visit of this seller. The command works where the market itself runs: on the local chain. */
export async function firstSteps(seller: string) {
  const mine = await sellerTools(seller);
  const tools = mine.map((tool) => ({ code: tool.code, slug: tool.slug, price: formatUsd(priceOf(tool)) }));
  const local = env().local !== null;
  const tool = findTool(mine[0]?.slug ?? "");
  const command = local && tool ? `npm run call -- ${tool.definition.slug} '${JSON.stringify(examplesOf(tool)[0].input)}'` : null;
  return <FirstSteps address={seller} payTo={mine[0]?.payTo ?? seller} tools={tools} command={command} local={local} />;
}
