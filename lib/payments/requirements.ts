import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import type { ToolDefinition } from "@/lib/tools/define";
import { priceOf } from "./priceOf";
import type { Requirements } from "./types";

/** How long a payer may take from signing to settlement. */
export const MAX_TIMEOUT_SECONDS = 120;

/** What one call of this tool costs now, as a version 2 `accepts` entry. */
export function requirementsFor(definition: Pick<ToolDefinition, "price">): Requirements {
  const { network, payTo } = env();
  const { asset } = paymentNetwork(network);
  return {
    scheme: "exact",
    network,
    amount: priceOf(definition).toString(),
    asset: asset.address,
    payTo,
    maxTimeoutSeconds: MAX_TIMEOUT_SECONDS,
    extra: { ...asset.eip712 },
  };
}
