import { formatUsdc } from "@/lib/money";
import type { Listing } from "./listing";

/** What a call costs, as `x-payment-info` of its operation. */
export function paymentInfo(tool: Listing): Record<string, unknown> {
  const { amount, asset, network, payTo, scheme } = tool.requirements;
  return {
    protocols: ["x402"],
    ...(tool.definition.pricing ? { pricingMode: "dynamic", pricing: tool.definition.pricing } : { pricingMode: "fixed" }),
    ...(tool.definition.charges4xx ? { charges4xx: true } : {}),
    price: formatUsdc(BigInt(amount)),
    currency: "USDC",
    x402Versions: [1, 2],
    scheme,
    network,
    asset,
    payTo,
    amount,
  };
}
