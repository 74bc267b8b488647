import { type Address, encodeFunctionData, type Hex, hexToBigInt, keccak256, numberToHex, toHex } from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import { type ChainLog, readChainLogs } from "@/lib/chain/chainLog";
import type { ChainView } from "@/lib/chain/openChain";
import { POSITIONS_V3 } from "../abiV3";
import { signedWord, word, wordHex } from "../word";
import type { MintLog } from "./stake";

const INCREASED = keccak256(toHex("IncreaseLiquidity(uint256,uint128,uint256,uint256)"));
const MOST_BLOCKS = 40;
const MOST_POSITIONS = 80;

export type Position = { holder: Address; tokenId: bigint | null; lower: number; upper: number; liquidity: bigint; tx: Hex };

/** The positions that the manager made by these mints: it logs each one's number beside the pool's own event. Two round trips. */
export async function readPositions(chain: ChainView, manager: Address, mints: readonly MintLog[]): Promise<Position[]> {
  const blocks = [...new Set(mints.map(({ block }) => block))].slice(0, MOST_BLOCKS);
  const increases = (await Promise.all(blocks.map((block) => increasesIn(chain, manager, block)))).flat();
  const ids = new Map<bigint, Hex>();
  for (const { tx, rest } of mints) {
    const increase = increases.find((log) => log.tx === tx && log.data === rest);
    const id = increase?.topics[1];
    if (id) ids.set(hexToBigInt(id), tx);
  }
  return (await Promise.all([...ids].slice(0, MOST_POSITIONS).map(([id, tx]) => readPosition(chain, manager, id, tx)))).filter(
    (one) => one !== null,
  );
}

async function increasesIn(chain: ChainView, manager: Address, block: bigint): Promise<ChainLog[]> {
  const at = numberToHex(block);
  const filter = { address: manager, topics: [INCREASED], fromBlock: at, toBlock: at };
  // A node that won't tell of one block leaves the position out; the sum then says that something is missing.
  return chain.ask("eth_getLogs", [filter]).then(readChainLogs, () => []);
}

async function readPosition(chain: ChainView, manager: Address, tokenId: bigint, tx: Hex): Promise<Position | null> {
  const [position, owner] = await Promise.all(
    (["positions", "ownerOf"] as const).map((functionName) =>
      chain.read(manager, encodeFunctionData({ abi: POSITIONS_V3, functionName, args: [tokenId] })),
    ),
  );
  const [lower, upper, liquidity] = [signedWord(position ?? null, 5), signedWord(position ?? null, 6), word(position ?? null, 7)];
  const holder = addressWord(wordHex(owner ?? null, 0));
  if (lower === null || upper === null || liquidity === null || holder === null) return null;
  return { holder, tokenId, lower, upper, liquidity, tx };
}
