import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PoolChain, startPoolChain } from "@/lib/chain/testdata/poolChain";
import { run } from "./run";
import { input, output, type PoolHistoryAnswer } from "./schema";

let chain: PoolChain;
let token: Address;
let pair: Address;
let pool: Address;
const ask = async (question: Record<string, unknown>): Promise<PoolHistoryAnswer> =>
  output.parse(await run(input.parse(question), chain.context()));
const head = async () => Number(await chain.client.getBlockNumber({ cacheTime: 0 }));
/** What V2 gives out, by its own rule. */
const given = (amount: bigint, held: bigint, other: bigint) => (amount * 997n * other) / (held * 1000n + amount * 997n);

beforeAll(async () => {
  chain = await startPoolChain();
  token = await chain.newToken();
  pair = await chain.addPool(token);
  const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
  pool = await chain.openV3(token0, token1, 3_000);
  await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("100"), amount1: parseEther("100") });
});
afterAll(() => chain?.stop());

describe("pool-history", () => {
  test("a pair: price, depth and trade of each slice", async () => {
    const from = (await head()) + 1;
    await chain.swapV2(chain.weth, token, parseEther("5"));
    const bought = given(parseEther("5"), parseEther("50"), parseEther("100000"));
    await chain.mine(3);
    const sold = parseEther("1000");
    await chain.swapV2(token, chain.weth, sold);
    await chain.mine(3);
    chain.trips();
    const answer = await ask({ pool: pair, from_block: from, slices: 2 });
    expect(chain.trips()).toBeLessThanOrEqual(6);
    expect(answer).toMatchObject({ window: { complete: true, why: null }, open: "0.0005", total: { swaps: 2 } });
    const [first, second] = answer.slices;
    const isFirst = answer.pool.token0.address === chain.weth;
    const [weth, other] = isFirst ? ([first?.reserve0, first?.reserve1] as const) : ([first?.reserve1, first?.reserve0] as const);
    expect([weth, other]).toEqual([String(parseEther("55")), String(parseEther("100000") - bought)]);
    expect(first).toMatchObject({ swaps: 1, volume_quote: String(parseEther("5")), open: "0.0005", low: "0.0005" });
    expect(first?.high).toBe(first?.close);
    expect(first?.close).toMatch(/^0\.00060483/);
    const paid = given(sold, parseEther("100000") - bought, parseEther("55"));
    expect(second).toMatchObject({ swaps: 1, volume_quote: String(paid), open: first?.close });
    expect(answer.total.volume_quote).toBe(String(parseEther("5") + paid));
    expect(second?.to_time).toMatch(/Z$/);
    expect(answer.change_bps).toBeGreaterThan(1_700);
  });

  test("a V3 pool: its price before the first swap, what came and what went", async () => {
    const from = (await head()) + 1;
    const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
    const position = await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("50"), amount1: parseEther("50") });
    await chain.swapV3(chain.weth, token, 3_000, parseEther("10"));
    await chain.decreaseV3(position, parseEther("50"));
    const answer = await ask({ pool, from_block: from, slices: 1 });
    const [slice] = answer.slices;
    expect(slice).toMatchObject({ swaps: 1, open: "1", added0: String(parseEther("50")), added1: String(parseEther("50")) });
    expect(slice?.volume_quote).toBe(String(parseEther("10")));
    // 150 on both sides, 9.97 in: the price goes to ((150 + 9.97) / 150)^2.
    expect(slice?.close).toMatch(/^1\.13735/);
    expect(BigInt(slice?.taken0 ?? 0) > 0n && BigInt(slice?.taken1 ?? 0) > 0n).toBe(true);
    const held = await chain.client.readContract({
      address: chain.weth,
      abi: [
        { type: "function", name: "balanceOf", stateMutability: "view", inputs: [{ type: "address" }], outputs: [{ type: "uint256" }] },
      ],
      functionName: "balanceOf",
      args: [pool],
    });
    expect(answer.pool.token0.address === chain.weth ? slice?.reserve0 : slice?.reserve1).toBe(String(held));
  });

  test("a quiet window still has a price and a depth", async () => {
    await chain.mine(5);
    for (const at of [pair, pool]) {
      const answer = await ask({ pool: at, from_block: (await head()) - 3, slices: 2 });
      expect(answer.total).toMatchObject({ swaps: 0, volume_quote: "0" });
      expect(answer.change_bps).toBe(0);
      expect(answer.slices.every((slice) => slice.reserve0 !== null && slice.close === answer.open)).toBe(true);
    }
  });

  test("from its first block: no price before there was any liquidity", async () => {
    const answer = await ask({ pool: pair, from_block: 0, slices: 100 });
    expect(answer.slices[0]).toMatchObject({ open: null, close: null, reserve0: "0" });
    expect(answer.open).toBe("0.0005");
  });

  test("a token is no pool", async () => {
    await expect(ask({ pool: token })).rejects.toMatchObject({ reason: "not_a_pool", message: expect.stringContaining("a token") });
  });
});
