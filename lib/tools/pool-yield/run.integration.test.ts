import { type Address, parseAbi, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PoolChain, startPoolChain } from "@/lib/chain/testdata/poolChain";
import { run } from "./run";
import { input, output, type PoolYieldAnswer } from "./schema";

const ERC20 = parseAbi(["function balanceOf(address) view returns (uint256)", "function totalSupply() view returns (uint256)"]);

let chain: PoolChain;
const ask = async (question: Record<string, unknown>): Promise<PoolYieldAnswer> =>
  output.parse(await run(input.parse(question), chain.context()));
const head = async () => Number(await chain.client.getBlockNumber({ cacheTime: 0 }));
const held = (of: Address, by: Address) => chain.client.readContract({ address: of, abi: ERC20, functionName: "balanceOf", args: [by] });
const sorted = (token: Address) => (BigInt(token) < BigInt(chain.weth) ? [token, chain.weth] : [chain.weth, token]) as [Address, Address];
const near = (a: bigint, b: bigint, gap: bigint) => expect((a > b ? a - b : b - a) <= gap, `${a} is near ${b}`).toBe(true);

/** What this account gets of ether and of the token by doing that. */
async function gained(token: Address, work: () => Promise<unknown>) {
  const before = [await held(chain.weth, chain.deployer), await held(token, chain.deployer)] as const;
  await work();
  return { weth: (await held(chain.weth, chain.deployer)) - before[0], token: (await held(token, chain.deployer)) - before[1] };
}

beforeAll(async () => {
  chain = await startPoolChain();
});
afterAll(() => chain?.stop());

describe("pool-yield of a pair", () => {
  test("what it reckons is what leaving the pool really pays, others coming and going between", async () => {
    const token = await chain.newToken();
    const pair = await chain.addPool(token);
    const supply = await chain.client.readContract({ address: pair, abi: ERC20, functionName: "totalSupply" });
    const from = (await head()) + 1;
    await chain.swapV2(chain.weth, token, parseEther("5"));
    await chain.addPool(token, "20", parseEther("100000"));
    await chain.swapV2(token, chain.weth, parseEther("9000"));
    await chain.removeV2(pair, token, supply / 10n);
    await chain.swapV2(chain.weth, token, parseEther("7"));
    await chain.rpc("anvil_mine", ["0x2", "0xe10"]);

    chain.trips();
    const answer = await ask({ pool: pair, from_block: from });
    expect(chain.trips()).toBeLessThanOrEqual(6);
    const [weth1, token1] = [await held(chain.weth, pair), await held(token, pair)];
    const paid = await gained(token, () => chain.removeV2(pair, token, supply / 100n));
    const worth = paid.weth + (paid.token * weth1) / token1;
    near(BigInt(answer.held_quote) + BigInt(answer.net_quote), worth, 1_000n);

    const holding = (parseEther("50") + (parseEther("100000") * weth1) / token1) / 100n;
    expect(answer.held_quote).toBe(String(holding));
    expect(BigInt(answer.loss_quote)).toBeLessThan(0n);
    expect(BigInt(answer.fees_quote)).toBeGreaterThan(0n);
    expect(BigInt(answer.net_quote)).toBe(BigInt(answer.fees_quote) + BigInt(answer.loss_quote));
    expect(answer).toMatchObject({ method: "reserves", swaps: 3, entered: { price: "0.0005" }, position: { lower_tick: null } });
    expect(answer.a_year.fees_percent).toMatch(/^\d+\.\d+$/);
  });

  test("a quiet pair earns nothing and loses nothing", async () => {
    const token = await chain.newToken();
    const pair = await chain.addPool(token);
    await chain.mine(3);
    const answer = await ask({ pool: pair, from_block: (await head()) - 1 });
    expect(answer).toMatchObject({ fees_quote: "0", loss_quote: "0", net_quote: "0", swaps: 0, fees_percent: "0" });
    // One second says nothing of a year.
    expect(answer.a_year).toMatchObject({ fees_percent: null, net_percent: null });
  });

  test("a node that forgets: the end is known as long as nothing has happened since", async () => {
    const token = await chain.newToken();
    const pair = await chain.addPool(token);
    const opened = await head();
    await chain.swapV2(chain.weth, token, parseEther("1"));
    const to_block = await head();
    await chain.mine(2);
    const question = input.parse({ pool: pair, from_block: opened + 1, to_block });
    const forgetful = chain.context({ chain: () => chain.forgetful() });
    expect(await run(question, forgetful)).toMatchObject({ method: "reserves", entered: { price: "0.0005" }, swaps: 1 });
    await chain.swapV2(chain.weth, token, parseEther("1"));
    await expect(run(question, forgetful)).rejects.toMatchObject({ reason: "state_unknown", kind: "unavailable" });
  });

  test("a window that begins before the pool: entered with the first liquidity", async () => {
    const token = await chain.newToken();
    const before = await head();
    const pair = await chain.addPool(token);
    const opened = await head();
    await chain.swapV2(chain.weth, token, parseEther("1"));
    const answer = await ask({ pool: pair, from_block: before });
    expect(answer.entered).toMatchObject({ block: opened, price: "0.0005" });
    expect(BigInt(answer.fees_quote)).toBeGreaterThan(0n);
  });
});

describe("pool-yield of a V3 pool", () => {
  test("the whole range, from the pool's own books: what a position really collects", async () => {
    const token = await chain.newToken();
    const [token0, token1] = sorted(token);
    const pool = await chain.openV3(token0, token1, 3_000);
    const position = await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("100"), amount1: parseEther("100") });
    const from = (await head()) + 1;
    await chain.swapV3(chain.weth, token, 3_000, parseEther("10"));
    await chain.swapV3(token, chain.weth, 3_000, parseEther("4"));
    await chain.rpc("anvil_mine", ["0x2", "0xe10"]);
    const exact = await ask({ pool, from_block: from });
    const counted = await ask({ pool, from_block: from, lower_tick: -887_220, upper_tick: 887_220 });
    expect([exact.method, counted.method]).toEqual(["fee_growth", "swaps"]);
    expect(exact.swaps).toBe(2);
    // One range, so both ways come to the same.
    near(BigInt(counted.fees_quote), BigInt(exact.fees_quote), 100n);

    const price = exact.left.price ?? "0";
    const inWeth = (amount: bigint) => (amount * parseEther(price)) / parseEther("1");
    const liquidity = parseEther("100");
    const paid = await gained(token, () => chain.decreaseV3(position, liquidity));
    const worth = (paid.weth + inWeth(paid.token)) / 100n;
    near(BigInt(exact.held_quote) + BigInt(exact.net_quote), worth, worth / 10n ** 9n);
    const fees = (parseEther("10") + inWeth(parseEther("4"))) * 3n;
    near(BigInt(exact.fees_quote), fees / 100_000n, fees / 10n ** 13n);
  });

  test("a range that the price has left earns nothing more", async () => {
    const token = await chain.newToken();
    const [token0, token1] = sorted(token);
    const pool = await chain.openV3(token0, token1, 3_000);
    await chain.mintV3({ token0, token1, fee: 3_000, amount0: parseEther("100"), amount1: parseEther("100") });
    const from = (await head()) + 1;
    await chain.swapV3(chain.weth, token, 3_000, parseEther("20"));
    const answer = await ask({ pool, from_block: from, lower_tick: -60, upper_tick: 60 });
    expect(answer).toMatchObject({ fees_quote: "0", method: "swaps" });
    expect(BigInt(answer.loss_quote)).toBeLessThan(0n);
    for (const range of [{ lower_tick: 5 }, { lower_tick: 60, upper_tick: 60 }]) {
      await expect(ask({ pool, ...range })).rejects.toMatchObject({ reason: "bad_range" });
    }
  });

  test("nothing in it is no answer", async () => {
    const token = await chain.newToken();
    const [token0, token1] = sorted(token);
    await expect(ask({ pool: await chain.openV3(token0, token1, 500) })).rejects.toMatchObject({ reason: "no_liquidity", kind: "refused" });
  });
});
