import { type Address, concatHex, type PublicClient, parseAbi, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOPIC } from "@/lib/chain/poolTopics";
import { type PoolChain, startPoolChain } from "@/lib/chain/testdata/poolChain";
import { run } from "./run";
import { input, type LiquidityPullsAnswer, output } from "./schema";

const ERC20 = parseAbi(["function balanceOf(address) view returns (uint256)", "function totalSupply() view returns (uint256)"]);

let chain: PoolChain;
let token: Address;
let pair: Address;
let pool: Address;
let position: bigint;
const ask = async (question: Record<string, unknown> = {}): Promise<LiquidityPullsAnswer> =>
  output.parse(await run(input.parse(question), chain.context()));
const held = (of: Address, by: Address) => chain.client.readContract({ address: of, abi: ERC20, functionName: "balanceOf", args: [by] });
const sides = async (at: Address) => {
  const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
  return [await held(token0, at), await held(token1, at)] as const;
};

beforeAll(async () => {
  chain = await startPoolChain();
  token = await chain.newToken();
  pair = await chain.addPool(token);
  const [token0, token1] = BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token];
  pool = await chain.openV3(token0, token1, 500);
  position = await chain.mintV3({
    token0,
    token1,
    fee: 500,
    amount0: parseEther("40"),
    amount1: parseEther("40"),
    lower: -887_270,
    upper: 887_270,
  });
});
afterAll(() => chain?.stop());

describe("liquidity-pulls", () => {
  test("a quarter of a pair: amounts, share and rest to the last unit", async () => {
    const shares = await held(pair, chain.deployer);
    const before = await sides(pair);
    await chain.removeV2(pair, token, shares / 4n);
    const after = await sides(pair);
    chain.trips();
    const answer = await ask({ address: pair });
    expect(chain.trips()).toBeLessThanOrEqual(5);
    expect(answer.pulls).toHaveLength(1);
    expect(answer.pulls[0]).toMatchObject({
      pool: pair,
      by: chain.deployer,
      to: chain.deployer,
      amount0: String(before[0] - after[0]),
      amount1: String(before[1] - after[1]),
      left0: String(after[0]),
      left1: String(after[1]),
      share_bps: Number(((before[0] - after[0]) * 10_000n) / before[0]),
    });
  });

  test("a V3 position shrinks between swaps: counted back from what the pool holds now", async () => {
    await chain.swapV3(chain.weth, token, 500, parseEther("3"));
    const before = await sides(pool);
    await chain.decreaseV3(position, parseEther("10"));
    const after = await sides(pool);
    await chain.swapV3(token, chain.weth, 500, parseEther("5"));
    const answer = await ask({ address: pool });
    const [pull] = answer.pulls;
    expect(answer.pulls).toHaveLength(1);
    const [left0, left1] = [BigInt(pull?.left0 ?? 0), BigInt(pull?.left1 ?? 0)];
    expect([left0 + BigInt(pull?.amount0 ?? 0), left1 + BigInt(pull?.amount1 ?? 0)]).toEqual(before);
    // What was collected beside it were fees: they are no part of what was taken out of the liquidity.
    expect(left0 - after[0] + left1 - after[1]).toBe((parseEther("3") * 500n) / 1_000_000n - 1n);
    expect(pull?.share_bps).toBeGreaterThan(2_400);
    expect(pull?.share_bps).toBeLessThan(2_600);
    // The position manager pays out by a transaction of its own.
    expect(pull?.to).toBeNull();
  });

  test("every pool, the token's pools, and the least share", async () => {
    const every = await ask();
    expect(every.pulls.map((row) => row.pool)).toEqual([pool, pair]);
    expect(every.window.complete).toBe(true);
    expect((await ask({ address: token })).pulls.map((row) => row.pool)).toEqual([pool, pair]);
    expect((await ask({ min_share_bps: 9_000 })).pulls).toEqual([]);
    expect((await ask({ address: pair, min_share_bps: 2_600 })).pulls).toEqual([]);
  });

  test("what only pretends to be a pool is not among them", async () => {
    const before = (await ask()).pulls.length;
    // Logs a Burn of one unit while it is made: caller, caller, topic, 64 bytes from 0.
    const bytecode = concatHex(["0x60016000523333", "0x7f", TOPIC.burnV2, "0x60406000a360006000f3"]);
    await chain.create({ abi: [], bytecode });
    expect((await ask()).pulls).toHaveLength(before);
  });

  test("page by page", async () => {
    const whole = await ask();
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: LiquidityPullsAnswer = await ask({ limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.pulls.map(({ tx }) => tx));
      cursor = page.cursor;
    }
    expect(seen).toEqual(whole.pulls.map(({ tx }) => tx));
  });

  test("a node without logs is no answer", async () => {
    const node = chain.context().chain("eip155:84532") as PublicClient;
    const request = ((call: { method: string; params?: never }, options?: object) =>
      call.method === "eth_getLogs"
        ? Promise.reject(Object.assign(new Error("pruned history unavailable"), { code: 4444 }))
        : node.request(call as never, options)) as PublicClient["request"];
    const deaf = chain.context({ chain: () => ({ ...node, request }) });
    await expect(run(input.parse({ address: pair }), deaf)).rejects.toMatchObject({ reason: "logs_not_read", kind: "unavailable" });
  });
});
