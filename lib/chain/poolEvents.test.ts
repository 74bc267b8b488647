import { type AbiEvent, encodeAbiParameters, encodeEventTopics, getAddress, type Hex, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import type { ChainLog } from "./chainLog";
import { readPoolEvent } from "./poolEvents";

const A = getAddress("0x00000000000000000000000000000000000000aa");
const B = getAddress("0x00000000000000000000000000000000000000bb");
const ABI = parseAbi([
  "event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 price, uint128 liquidity, int24 tick)",
  "event Burn(address indexed owner, int24 indexed lower, int24 indexed upper, uint128 amount, uint256 amount0, uint256 amount1)",
  "event PoolCreated(address indexed token0, address indexed token1, uint24 indexed fee, int24 tickSpacing, address pool)",
]);

function logOf(name: "Swap" | "Burn" | "PoolCreated", indexed: Record<string, unknown>, plain: readonly unknown[]): ChainLog {
  const abi = ABI.find((item) => item.name === name) as AbiEvent;
  const topics = encodeEventTopics({ abi: ABI, eventName: name, args: indexed as never }) as Hex[];
  const data = encodeAbiParameters(
    abi.inputs.filter((one) => !one.indexed),
    plain as never,
  );
  return { address: A, topics, data, block: 1n, index: 0, tx: "0x", at: null };
}

describe("events of pools", () => {
  test("a V3 swap: signed amounts become what went in and what came out", () => {
    const log = logOf("Swap", { sender: A, recipient: B }, [-5n, 7n, 2n ** 96n, 9n, -887_272]);
    expect(readPoolEvent(log)).toEqual({
      kind: "swap",
      in0: 0n,
      in1: 7n,
      out0: 5n,
      out1: 0n,
      sender: A,
      to: B,
      after: { sqrtPrice: 2n ** 96n, liquidity: 9n, tick: -887_272 },
    });
  });

  test("a V3 burn names its position", () => {
    expect(readPoolEvent(logOf("Burn", { owner: A, lower: -60, upper: 120 }, [1n, 2n, 3n]))).toMatchObject({
      kind: "burn",
      liquidity: 1n,
      amount0: 2n,
      amount1: 3n,
      owner: A,
      ticks: "-60:120",
    });
  });

  test("a pool is opened", () => {
    expect(readPoolEvent(logOf("PoolCreated", { token0: A, token1: B, fee: 500 }, [10, B]))).toEqual({
      kind: "created",
      version: "v3",
      token0: A,
      token1: B,
      pool: B,
      feePpm: 500,
    });
  });

  test("what only pretends to be one is nothing", () => {
    const log = logOf("Burn", { owner: A, lower: -60, upper: 120 }, [1n, 2n, 3n]);
    for (const bent of [{ data: "0x" as Hex }, { data: `${log.data}00` as Hex }, { topics: log.topics.slice(0, 2) }, { topics: [] }]) {
      expect(readPoolEvent({ ...log, ...bent })).toBeNull();
    }
  });
});
