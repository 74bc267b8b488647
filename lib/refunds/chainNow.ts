import "server-only";
import { settlementChain } from "@/lib/chainClient";
import { CoinslotError } from "@/lib/errors";

/** The chain's own time, in unix seconds: by that alone an authorization ends. */
export async function chainNow(): Promise<bigint> {
  try {
    return (await settlementChain().getBlock({ blockTag: "latest" })).timestamp;
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached. No money moved.", {
      hint: "Try again in a few seconds.",
      cause,
    });
  }
}
