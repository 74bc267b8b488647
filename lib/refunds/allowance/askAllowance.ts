import "server-only";
import type { Address } from "viem";
import { settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { type Permit, permitAbi } from "../permit";
import { refunderAccount } from "../refunder/account";

/** An hour to sign it in and to get it onto the chain; what is allowed then has no end. */
const DEADLINE_SECONDS = 3_600;

/** What a seller has to sign so that the market may give back up to `value` (atomic; 0 revokes). */
export async function askAllowance(account: string, value: bigint): Promise<Permit> {
  const spender = requireRefunder();
  const owner = account as Address;
  const client = settlementChain();
  try {
    const [nonce, block] = await Promise.all([
      client.readContract({
        address: paymentNetwork(env().network).asset.address,
        abi: permitAbi,
        functionName: "nonces",
        args: [owner],
      }),
      client.getBlock({ blockTag: "latest" }),
    ]);
    const now = BigInt(Math.floor(Date.now() / 1000));
    return { owner, spender, value, nonce, deadline: (block.timestamp > now ? block.timestamp : now) + BigInt(DEADLINE_SECONDS) };
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached. Nothing was granted.", { retryAfterSeconds: 5, cause });
  }
}

/** The account that gives back; throws where this market has none. */
export function requireRefunder(): Address {
  const account = refunderAccount();
  if (account) return account.address;
  throw new CoinslotError("allowance_refused", "This market has no account for automatic refunds.", {
    reason: "unavailable",
    hint: "Give money back by hand, from a payment's page. Whoever runs the market: set REFUNDER_PRIVATE_KEY.",
  });
}
