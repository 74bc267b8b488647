import { privateKeyToAccount } from "viem/accounts";
import { findNetwork } from "@/lib/chains";
import { CORS_HEADERS } from "@/lib/cors";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";

export const dynamic = "force-dynamic";

/** `GET /api/facilitator/supported`: what the built-in facilitator verifies and settles. */
export async function GET(): Promise<Response> {
  return respond(async () => {
    const { network, settlerPrivateKeys, local } = env();
    if (!local || settlerPrivateKeys.length === 0)
      throw new CoinslotError("not_found", "This market's facilitator serves the market alone.");
    const v1Name = findNetwork(network)?.v1Name;
    return {
      kinds: [
        { x402Version: 2, scheme: "exact", network },
        { x402Version: 1, scheme: "exact", network: v1Name },
      ],
      extensions: [],
      signers: { [network]: settlerPrivateKeys.map((key) => privateKeyToAccount(key).address) },
    };
  }, CORS_HEADERS);
}
