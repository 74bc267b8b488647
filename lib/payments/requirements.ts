import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import type { ToolDefinition } from "@/lib/tools/define";
import { MAX_TIMEOUT_SECONDS } from "./maxTimeout";
import { priceOf } from "./priceOf";
import type { Requirements } from "./types";

/** What one call of this tool costs now (`ofRequest`: what its input makes it), as a version 2 `accepts` entry. */
export function requirementsFor(definition: Pick<ToolDefinition, "price" | "payTo">, ofRequest?: bigint): Requirements {
  const { network, payTo } = env();
  const { asset } = paymentNetwork(network);
  return {
    scheme: "exact",
    network,
    amount: priceOf(definition, ofRequest).toString(),
    asset: asset.address,
    payTo: definition.payTo ?? payTo,
    maxTimeoutSeconds: MAX_TIMEOUT_SECONDS,
    extra: { ...asset.eip712 },
  };
}
