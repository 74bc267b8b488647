import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PoolChain, startPoolChain } from "@/lib/chain/testdata/poolChain";
import { run } from "./run";
import { input, type NewPairsAnswer, output } from "./schema";

let chain: PoolChain;
const ask = async (question: Record<string, unknown> = {}): Promise<NewPairsAnswer> =>
  output.parse(await run(input.parse(question), chain.context()));

beforeAll(async () => {
  chain = await startPoolChain();
});
afterAll(() => chain?.stop());

describe("new-pairs", () => {
  test("pools of both versions, their tokens, who opened them and what was put in first", async () => {
    const token = await chain.newToken();
    const pair = await chain.addPool(token, "7", parseEther("900"));
    const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
    const pool = await chain.openV3(token0, token1, 3_000);
    chain.trips();
    const answer = await ask();
    expect(chain.trips()).toBeLessThanOrEqual(4);
    expect(answer.window.complete).toBe(true);
    expect(answer.pairs.map((row) => row.pool.address)).toEqual([pool, pair]);
    const [v3, v2] = answer.pairs;
    expect(v3).toMatchObject({ empty: true, first_liquidity: null, pool: { version: "v3", fee_ppm: 3_000, by_known_factory: true } });
    expect(v2).toMatchObject({ empty: false, opened: { by: chain.deployer }, pool: { version: "v2", fee_ppm: 3_000 } });
    const sides = token0 === token ? ["900", "7"] : ["7", "900"];
    expect(v2?.first_liquidity).toMatchObject({
      amount0: String(parseEther(sides[0] ?? "")),
      amount1: String(parseEther(sides[1] ?? "")),
      tx: v2?.opened.tx,
    });
    expect([v2?.pool.token0.symbol, v2?.pool.token1.symbol].sort()).toEqual(["PLN", "WETH"]);
    expect(v2?.opened.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

    await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("2"), amount1: parseEther("2") });
    expect((await ask()).pairs[0]).toMatchObject({ empty: false, first_liquidity: { amount0: String(parseEther("2")) } });
  });

  test("page by page, the same window, each pool once", async () => {
    const before = (await ask({ limit: 100 })).pairs.length;
    for (let at = 0; at < 3; at++) await chain.addPool(await chain.newToken());
    const whole = await ask({ limit: 100 });
    expect(whole.pairs).toHaveLength(before + 3);
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: NewPairsAnswer = await ask({ limit: 2, ...(cursor ? { cursor } : {}) });
      // What comes later does not slip into a window that was begun before.
      if (pages++ === 0) await chain.addPool(await chain.newToken());
      seen.push(...page.pairs.map((row) => row.pool.address));
      cursor = page.cursor;
      expect(page.window.complete).toBe(cursor === null);
    } while (cursor);
    expect(seen).toEqual(whole.pairs.map((row) => row.pool.address));
  });

  test("a cursor fits only its own question", async () => {
    const { cursor } = await ask({ limit: 1 });
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    await expect(ask({ cursor: `${cursor?.slice(0, -3)}AAA` })).rejects.toMatchObject({ reason: "bad_cursor" });
  });

  test("blocks that are not there, and windows that are none", async () => {
    await expect(ask({ to_block: 10_000_000 })).rejects.toMatchObject({ reason: "block_beyond_head", kind: "refused" });
    await expect(ask({ from_block: 5, to_block: 4 })).rejects.toMatchObject({ reason: "bad_window" });
    await chain.rpc("anvil_mine", ["0x3", "0x3c"]);
    expect((await ask({ from_block: "60s" })).pairs).toEqual([]);
    expect((await ask({ from_block: "9999999s", limit: 100 })).pairs).toHaveLength((await ask({ from_block: 0, limit: 100 })).pairs.length);
    await expect(ask({ chain: "ethereum" })).rejects.toMatchObject({ reason: "chain_not_served" });
  });
});
