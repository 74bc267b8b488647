import { getAddress, isAddress } from "viem";
import { settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";
import { usdcAbi } from "@/lib/settlement/usdc";

/** `GET /api/chain/balance?address=0x…` → `{address, balance}`: USDC in atomic units. The browser needs no RPC of its own. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const address = new URL(request.url).searchParams.get("address") ?? "";
    if (!isAddress(address, { strict: false })) throw new CoinslotError("invalid_input", "address is missing or malformed.");
    const { asset } = paymentNetwork(env().network);
    try {
      const balance = await settlementChain().readContract({
        address: asset.address,
        abi: usdcAbi,
        functionName: "balanceOf",
        // Some write addresses in a case of their own, which would be taken for a wrong checksum.
        args: [getAddress(address.toLowerCase())],
      });
      return { address, balance: balance.toString() };
    } catch (cause) {
      throw new CoinslotError("chain_unavailable", undefined, { cause });
    }
  });
}
