import { bytesToBigInt, encodeFunctionData, type Hex, hexToBytes, numberToHex } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { execute } from "@/lib/evm/execute";
import { settled } from "@/lib/evm/fork";
import type { BlockEnv, Seen } from "@/lib/evm/types";
import { World } from "@/lib/evm/world";
import { POSITIONS_V3 } from "../abiV3";
import type { Ground } from "./ground";

/** What a lock holds, and how to see whether it still does. */
export type Prey = {
  holder: bigint;
  /** Pair or position manager: what the lock calls to let it go. */
  asset: bigint;
  tokenId: bigint | null;
  held: bigint;
  /** After a call that went well; null: something is missing that has to be fetched first. */
  left: (world: World, block: BlockEnv, seen: Seen) => bigint | null;
};

type Read = (world: World, block: BlockEnv) => bigint | null;
type Place = { holder: bigint; asset: bigint; tokenId: bigint | null };

export async function findPrey({ fork, block }: Ground, { holder, asset, tokenId }: Place): Promise<Prey | null> {
  const read = tokenId === null ? balanceLeft(holder, asset) : positionLeft(holder, asset, tokenId);
  const { value: held } = await settled(fork, () => read(World.over(fork.source), block));
  if (!held) return null;
  const left: Prey["left"] = (world, at, { writes }) => (writes.has(asset) ? read(world, at) : held);
  return { holder, asset, tokenId, held, left };
}

function balanceLeft(holder: bigint, asset: bigint): Read {
  const args = [numberToHex(holder, { size: 20 })] as const;
  const data = bytes(encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args }));
  return (world, block) => ask(world, block, asset, data, 0);
}

/** A position that was given away is gone, whatever is left in it. */
function positionLeft(holder: bigint, asset: bigint, tokenId: bigint): Read {
  const encode = (functionName: "ownerOf" | "positions") => bytes(encodeFunctionData({ abi: POSITIONS_V3, functionName, args: [tokenId] }));
  const [ownerOf, positions] = [encode("ownerOf"), encode("positions")];
  return (world, block) => {
    const [owner, liquidity] = [ask(world, block, asset, ownerOf, 0), ask(world, block, asset, positions, 7)];
    if (owner === null || liquidity === null) return null;
    return owner === holder ? liquidity : 0n;
  };
}

/** One word of an answer; 0 where there is none, since nothing is left of what can't be asked for. */
function ask(world: World, block: BlockEnv, to: bigint, data: Uint8Array, n: number): bigint | null {
  const result = execute(world.fork(), block, { from: 0n, to, data, readOnly: true });
  if (result.missed) return null;
  return result.ok && result.data.length >= (n + 1) * 32 ? bytesToBigInt(result.data.subarray(n * 32, (n + 1) * 32)) : 0n;
}

const bytes = (data: Hex) => hexToBytes(data);
