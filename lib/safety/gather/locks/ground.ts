import { type Address, encodeFunctionData, type Hex, hexToBigInt, hexToBytes, isHex, numberToHex } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { ChainView } from "@/lib/chain/openChain";
import { type Fork, openFork } from "@/lib/evm/fork";
import type { BlockEnv } from "@/lib/evm/types";
import { POSITIONS_V3 } from "../abiV3";

/** A copy of the chain to try things on, and the block that they are tried in. */
export type Ground = { fork: Fork; block: BlockEnv };

/** `asset`: what the holder keeps: shares of a pair, or a position of V3. `to`: whoever would get it. */
type Plot = { holder: Address; code: Hex; asset: Address; tokenId: bigint | null; to: Address | null };

const ETHEREUM = 1n;
/** Most contracts keep what matters in their first slots. */
const FIRST_SLOTS = Array.from({ length: 10 }, (_, i) => BigInt(i));
const SOMEBODY: Address = "0x00000000000000000000000000005Ca1aB1e0001";

/** Two round trips: what the node says that moving the asset will read, and all of that. */
export async function openGround(chain: ChainView, plot: Plot): Promise<Ground> {
  const [id, reads] = await Promise.all([
    chain.unreachable(chain.ask("eth_chainId", [])),
    Promise.all(movesOf(plot).map((data) => readsOf(chain, plot, data))),
  ]);
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
  const codes: [bigint, Uint8Array][] = [[BigInt(plot.holder), hexToBytes(plot.code)]];
  const fork = openFork(chain.ask, chain.block, { codes, slots: [], balances: [], nonces: [], hashes: [] });
  fork.want(BigInt(plot.asset));
  fork.want(BigInt(plot.holder), FIRST_SLOTS);
  for (const [address, slots] of reads.flat()) fork.want(address, slots);
  await fork.fill();
  return { fork, block };
}

function movesOf({ holder, tokenId, to: taker }: Plot): Hex[] {
  const to = taker ?? SOMEBODY;
  if (tokenId === null) return [encodeFunctionData({ abi: ERC20, functionName: "transfer", args: [to, 1n] })];
  return [
    encodeFunctionData({ abi: POSITIONS_V3, functionName: "transferFrom", args: [holder, to, tokenId] }),
    encodeFunctionData({ abi: POSITIONS_V3, functionName: "positions", args: [tokenId] }),
  ];
}

/** Spares many round trips where the node can tell; nothing is lost where it can't. */
async function readsOf({ ask, block }: ChainView, { holder, asset }: Plot, data: Hex): Promise<[bigint, bigint[]][]> {
  const told = await ask("eth_createAccessList", [{ from: holder, to: asset, data }, numberToHex(block.number)]).catch(() => null);
  const list = (told as { accessList?: unknown } | null)?.accessList;
  if (!Array.isArray(list)) return [];
  return list
    .filter(({ address, storageKeys }) => isHex(address) && Array.isArray(storageKeys))
    .slice(0, 10)
    .map(({ address, storageKeys }) => [
      hexToBigInt(address),
      storageKeys
        .filter((key: unknown) => isHex(key))
        .slice(0, 50)
        .map(hexToBigInt),
    ]);
}

/** The same place so many seconds later, with as many blocks as the chain makes in that time. */
export function later(block: BlockEnv, seconds: bigint): BlockEnv {
  const pace = block.chainId === ETHEREUM ? 12n : 2n;
  return { ...block, timestamp: block.timestamp + seconds, number: block.number + seconds / pace };
}
