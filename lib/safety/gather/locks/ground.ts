import { hexToBigInt, isHex } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { type Fork, openFork } from "@/lib/evm/fork";
import type { BlockEnv } from "@/lib/evm/types";

/** A copy of the chain to try things on, and the block that they are tried in. */
export type Ground = { fork: Fork; block: BlockEnv };

const ETHEREUM = 1n;

export async function openGround(chain: ChainView): Promise<Ground> {
  const id = await chain.unreachable(chain.ask("eth_chainId", []));
  const { number, timestamp, miner } = chain.block;
  const block: BlockEnv = {
    number,
    timestamp,
    coinbase: hexToBigInt(miner),
    baseFee: 10n ** 7n,
    gasLimit: 30_000_000n,
    chainId: isHex(id) ? hexToBigInt(id) : ETHEREUM,
    prevRandao: timestamp * 0x9e3779b97f4a7c15n,
  };
  return { fork: openFork(chain.ask, chain.block), block };
}

/** The same place so many seconds later, with as many blocks as the chain makes in that time. */
export function later(block: BlockEnv, seconds: bigint): BlockEnv {
  const pace = block.chainId === ETHEREUM ? 12n : 2n;
  return { ...block, timestamp: block.timestamp + seconds, number: block.number + seconds / pace };
}
