import "server-only";
import { privateKeyToAccount } from "viem/accounts";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";

let signers: string[] | undefined;

/** What the facilitator verifies and settles, and the accounts that send its transactions. x402 v2, "Facilitator interface". */
export function supported() {
  const { network, settlerPrivateKeys } = env();
  signers ??= settlerPrivateKeys.map((key) => privateKeyToAccount(key).address);
  return {
    kinds: [
      { x402Version: 2, scheme: "exact", network },
      { x402Version: 1, scheme: "exact", network: paymentNetwork(network).v1Name },
    ],
    extensions: [],
    // By family of networks, as the official facilitator names them.
    signers: { "eip155:*": signers },
  };
}
