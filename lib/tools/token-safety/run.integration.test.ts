import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, check, trouble } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain?.stop());

/** Deploys, opens a pool, tells the token which one where it wants to know, and asks. */
async function askAbout(name: string, knowsPool = false) {
  const token = await chain.deploy(name);
  const pool = await chain.addPool(token);
  if (knowsPool) await chain.send(token, "function setPool(address pool)", pool);
  return ask(chain, token);
}

describe("ok", () => {
  test("a fixed supply without an owner passes everything", async () => {
    const answer = await askAbout("Plain");
    expect(trouble(answer)).toEqual([]);
    expect(answer).toMatchObject({
      verdict: "ok",
      risk_score: 0,
      metadata: { name: "Plain", symbol: "PLN", decimals: 18, total_supply: "1000000000000000000000000" },
      owner: { kind: "none", address: null },
      proxy: { kind: "none" },
      trade: { buy_tax_bps: 0, sell_tax_bps: 0, transfer_tax_bps: 0, quote_reserve: "50000000000000000000" },
      checks_run: answer.checks.length,
    });
    expect(answer.trade.buy_gas).toBeGreaterThan(80_000);
    expect(answer.trade.sell_gas).toBeGreaterThan(80_000);
    expect(answer.as_of_block).toBe(Number(await chain.client.getBlockNumber({ cacheTime: 0 })));
    expect(answer.not_checked.map(({ id }) => id)).toEqual(["holders", "liquidity_lock", "other_exchanges"]);
  });

  test("an owner without powers does no harm", async () => {
    const answer = await askAbout("IdleOwner");
    expect(trouble(answer)).toEqual(["fail ownership"]);
    expect(answer).toMatchObject({ verdict: "ok", owner: { kind: "account", address: chain.deployer } });
  });

  test("a fixed tax is measured to the basis point", async () => {
    const answer = await askAbout("FixedTax");
    expect(answer).toMatchObject({ verdict: "ok", trade: { buy_tax_bps: 300, sell_tax_bps: 300, transfer_tax_bps: 300 } });
  });

  test("a power whose owner is gone is no power", async () => {
    const token = await chain.deploy("OwnerMint");
    await chain.addPool(token);
    await chain.send(token, "function renounceOwnership()");
    const answer = await ask(chain, token);
    expect(answer).toMatchObject({ verdict: "ok", owner: { kind: "renounced", address: null } });
    expect(check(answer, "mint")).toMatchObject({ status: "pass", evidence: { selector: "0x40c10f19" } });
  });
});

describe("caution", () => {
  test.each([
    ["OwnerMint", "mint", "0x40c10f19", false],
    ["MinterMint", "mint", "0x40c10f19", true],
    ["Pausable", "pause", "0x8456cb59", false],
    ["Blocklist", "freeze", "0xf9f92be4", false],
    ["RenamedBlocklist", "transfer_rules", "0xf295d0d0", false],
  ])("%s fails %s", async (name, id, selector, survives) => {
    const answer = await askAbout(name);
    expect(answer.verdict).toBe("caution");
    expect(trouble(answer)).toEqual([`fail ${id}`, "fail ownership"]);
    expect(check(answer, id)).toMatchObject({ severity: "medium", evidence: { selector }, survives_renounce: survives });
  });

  test("a minter of its own outlives the owner, and stays unknown", async () => {
    const token = await chain.deploy("MinterMint");
    await chain.addPool(token);
    await chain.send(token, "function renounceOwnership()");
    const answer = await ask(chain, token);
    expect(answer.verdict).toBe("caution");
    expect(check(answer, "mint")).toMatchObject({ status: "unknown", survives_renounce: true });
  });

  test("a waiting time is a nuisance, not a trap", async () => {
    const answer = await askAbout("Cooldown");
    expect(answer).toMatchObject({ verdict: "caution", trade: { sell_tax_bps: 0 } });
    expect(check(answer, "sell")).toMatchObject({ status: "fail", severity: "medium" });
    expect(check(answer, "sell_later").status).toBe("pass");
  });
});

describe("avoid", () => {
  test.each([
    ["Honeypot", ["sell", "sell_part", "sell_rest", "sell_later"], "TRANSFER_FROM_FAILED"],
    ["SelfishSale", ["sell", "sell_part", "sell_rest", "sell_later"], "INSUFFICIENT_INPUT_AMOUNT"],
    ["SmallSales", ["sell", "sell_later"], "TRANSFER_FROM_FAILED"],
    ["SlowTrap", ["sell_rest", "sell_later"], "TRANSFER_FROM_FAILED"],
    ["GasBurner", ["sell", "sell_part", "sell_later", "transfer"], null],
    ["NotOpen", ["buy"], "TRANSFER_FAILED"],
    ["Liar", ["buy", "buy_tax"], null],
  ] as const)("%s fails %j", async (name, ids, trace) => {
    const answer = await askAbout(name, ["Honeypot", "SelfishSale", "SmallSales"].includes(name));
    expect(answer.verdict).toBe("avoid");
    expect(answer.risk_score).toBeGreaterThanOrEqual(75);
    expect(trouble(answer)).toEqual(expect.arrayContaining(ids.map((id) => `fail ${id}`)));
    if (trace) expect(check(answer, ids[0]).evidence.trace).toContain(trace);
  });
});

test("without a pool nothing is promised", async () => {
  const answer = await ask(chain, await chain.deploy("Plain"));
  expect(answer).toMatchObject({ verdict: "unknown", risk_score: null, trade: { pair: null, buy_tax_bps: null } });
  expect(check(answer, "sell").status).toBe("unknown");
  expect(answer.not_checked).toContainEqual({ id: "sell", why: expect.stringContaining("No Uniswap V2 pool") });
});

test("nearly no liquidity is said", async () => {
  const token = await chain.deploy("Plain");
  await chain.addPool(token, "0.001");
  const answer = await ask(chain, token);
  expect(answer.verdict).toBe("caution");
  expect(trouble(answer)).toEqual(["fail liquidity"]);
});

test("what a token says of itself is cut, cleaned or left out", async () => {
  const said = async (name: string) => (await ask(chain, await chain.deploy(name))).metadata;
  expect(await said("HugeName")).toMatchObject({ name: "H", symbol: "HUGE" });
  expect(await said("Bytes32Name")).toMatchObject({ name: "Old Style", symbol: "OLD" });
  expect(await said("RevertingName")).toMatchObject({ name: null, symbol: null });
  expect(await said("ControlName")).toMatchObject({ name: "USD Coin https://claim.example", symbol: "USDC" });
  expect(await said("BrokenName")).toMatchObject({ name: null, symbol: null });
});
