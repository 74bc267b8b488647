import { execute, type Options } from "../execute";
import type { BlockEnv, Call, Result, Source } from "../types";
import { World } from "../world";

export const HERE = 0xc0de_0000_0000_0000_0000n;
export const SENDER = 0xa11c_e000_0000_0000_0000_0000_0000n;

/** A chain with nobody on it. */
export const EMPTY: Source = { code: () => new Uint8Array(), slot: () => 0n, balance: () => 0n };

export const BLOCK: BlockEnv = {
  number: 1_000n,
  timestamp: 1_800_000_000n,
  coinbase: 0xbeef_0000_0000_0000n,
  baseFee: 7n,
  gasLimit: 30_000_000n,
  chainId: 84_532n,
  prevRandao: 99n,
};

/** Runs one piece of code on an empty chain, or on the world that is given. */
export function runCode(
  code: Uint8Array,
  { world = World.over(EMPTY), ...rest }: Partial<Call> & Options & { world?: World } = {},
): Result {
  world.setCode(HERE, code);
  const { marks, agree, maxSteps, ...call } = rest;
  return execute(world, BLOCK, { from: SENDER, to: HERE, data: new Uint8Array(), ...call }, { marks, agree, maxSteps });
}
