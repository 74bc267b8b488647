import type { Address } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";

/** A node that takes 10,000 blocks at once gives some days of Base; more would keep the buyer waiting. */
const BOUNDS = { requests: 36, withinMs: 2_500, enough: 20_000 } as const;

/** Whatever the token ever logged, or its newest part where that is too much. `from`: its first block, where that is known. */
export function readTokenLogs(chain: ChainView, token: Address, from = 0n): Promise<LogWindow> {
  return readLogs(chain, { address: token, from, to: chain.block.number }, BOUNDS);
}
