import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PoolChain, startPoolChain } from "@/lib/chain/testdata/poolChain";
import { run } from "./run";
import { input, output, type WhaleSwapsAnswer } from "./schema";

let chain: PoolChain;
let token: Address;
let pair: Address;
let pool: Address;
const ask = async (question: Record<string, unknown>): Promise<WhaleSwapsAnswer> =>
  output.parse(await run(input.parse(question), chain.context()));

beforeAll(async () => {
  chain = await startPoolChain();
  token = await chain.newToken();
  // 100,000 tokens for 50 ether.
  pair = await chain.addPool(token);
  const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
  pool = await chain.openV3(token0, token1, 3_000);
  await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("100"), amount1: parseEther("100") });
  await chain.swapV2(chain.weth, token, parseEther("1"));
  await chain.swapV2(token, chain.weth, parseEther("10"));
  await chain.swapV2(token, chain.weth, parseEther("5000"));
  await chain.swapV3(chain.weth, token, 3_000, parseEther("2"));
});
afterAll(() => chain?.stop());

/** What V2 gives out, by its own rule. */
const given = (amount: bigint, held: bigint, other: bigint) => (amount * 997n * other) / (held * 1000n + amount * 997n);

describe("whale-swaps", () => {
  test("a pair: the sizes are exact, and the small one is left out", async () => {
    chain.trips();
    const answer = await ask({ address: pair });
    expect(chain.trips()).toBeLessThanOrEqual(6);
    expect(answer).toMatchObject({
      swaps_seen: 3,
      window: { complete: true },
      cursor: null,
      pools: [{ version: "v2", by_known_factory: true }],
    });
    expect(answer.swaps.map(({ side }) => side)).toEqual(["sell", "buy"]);
    const bought = given(parseEther("1"), parseEther("50"), parseEther("100000"));
    expect(answer.swaps[1]).toMatchObject({
      side: "buy",
      by: chain.deployer,
      base_amount: String(bought),
      quote_amount: String(parseEther("1")),
      share_bps: Number((bought * 10_000n) / parseEther("100000")),
      price: expect.stringMatching(/^0\.000511/),
    });
    expect(answer.swaps[0]).toMatchObject({ base_amount: String(parseEther("5000")) });
  });

  test("a token: its pools of both versions, V3's share by the liquidity in range", async () => {
    const answer = await ask({ address: token });
    expect(answer.pools.map(({ version }) => version).sort()).toEqual(["v2", "v3"]);
    const [newest] = answer.swaps;
    const received = given(parseEther("2"), parseEther("100"), parseEther("100"));
    expect(newest).toMatchObject({ pool, side: "buy", quote_amount: String(parseEther("2")) });
    expect(BigInt(newest?.base_amount ?? 0) - received).toBeLessThan(1_000n);
    expect(newest?.share_bps).toBe(Number((received * 10_000n) / parseEther("100")));
  });

  test("a size in the quote token, and both bounds at once", async () => {
    expect((await ask({ address: pair, min_quote: "0.9" })).swaps).toHaveLength(2);
    expect((await ask({ address: pair, min_quote: "1.000000000000000001" })).swaps).toHaveLength(1);
    expect((await ask({ address: pair, min_quote: "0.9", min_share_bps: 300 })).swaps).toHaveLength(1);
    expect((await ask({ address: pair, min_share_bps: 1 })).swaps.length).toBeGreaterThan(2);
  });

  test("page by page", async () => {
    const whole = await ask({ address: token, min_share_bps: 1 });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: WhaleSwapsAnswer = await ask({ address: token, min_share_bps: 1, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.swaps.map(({ tx }) => tx));
      cursor = page.cursor;
    }
    expect(seen).toEqual(whole.swaps.map(({ tx }) => tx));
    const { cursor } = await ask({ address: token, limit: 1 });
    await expect(ask({ address: pair, limit: 1, cursor })).rejects.toMatchObject({ reason: "bad_cursor" });
  });

  test("what is no pool is told apart", async () => {
    const lonely = await chain.newToken();
    await expect(ask({ address: lonely })).rejects.toMatchObject({ reason: "no_pool", kind: "refused" });
    await expect(ask({ address: chain.contracts.uniswapV2Router })).rejects.toMatchObject({ reason: "not_a_pool" });
    await expect(ask({ address: chain.deployer })).rejects.toMatchObject({
      reason: "not_a_pool",
      message: expect.stringContaining("no contract"),
    });
    const elsewhere = chain.context({
      chain: (id) => (id === "eip155:8453" ? ({ getCode: async () => "0x60" } as never) : chain.context().chain(id)),
    });
    await expect(run(input.parse({ address: chain.deployer }), elsewhere)).rejects.toMatchObject({
      hint: expect.stringContaining("set to base."),
    });
    expect(input.safeParse({ address: "whale.eth" }).error?.issues[0]?.message).toContain("Names are not looked up");
  });
});
