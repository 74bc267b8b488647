import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endSafetyThreads } from "@/lib/safety/examineInThread";
import { ask, BURNT, check, trouble } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(async () => {
  await endSafetyThreads();
  chain?.stop();
});

/** Deploys, opens a pool that nobody can take away, tells the token which one where it wants to know, and asks. */
async function askAbout(name: string, knowsPool = false) {
  const token = await chain.deploy(name);
  const pool = await chain.addPool(token, "50", parseEther("100000"), BURNT);
  if (knowsPool) await chain.send(token, "function setPool(address pool)", pool);
  return ask(chain, token);
}

describe("ok", () => {
  test("a fixed supply without an owner passes everything", async () => {
    const answer = await askAbout("Plain");
    expect(trouble(answer)).toEqual([]);
    expect(answer).toMatchObject({
      verdict: "ok",
      risk_score: 5,
      metadata: { name: "Plain", symbol: "PLN", decimals: 18, total_supply: "1000000000000000000000000" },
      owner: { kind: "none", address: null },
      proxy: { kind: "none" },
      powers: [],
      authorities: [],
      trade: { own_pool: false, buy_tax_bps: 0, sell_tax_bps: 0, transfer_tax_bps: 0, quote_reserve: "50000000000000000000" },
      liquidity: { complete: true, pullable_bps: 0 },
      not_checked: [],
    });
    expect(answer.trade.buy_gas).toBeGreaterThan(80_000);
    expect(answer.trade.sell_gas).toBeGreaterThan(80_000);
    expect(answer.trade.trials.length).toBeGreaterThan(20);
    expect(answer.trade.trials.filter(({ ok }) => !ok)).toEqual([]);
    expect(answer.as_of_block).toBe(Number(await chain.client.getBlockNumber({ cacheTime: 0 })));
  });

  test("an owner without powers does no harm", async () => {
    const answer = await askAbout("IdleOwner");
    expect(trouble(answer)).toEqual(["fail ownership"]);
    expect(answer).toMatchObject({ verdict: "ok", owner: { kind: "account", address: chain.deployer } });
  });

  test("a fixed tax is measured to the basis point", async () => {
    const answer = await askAbout("FixedTax");
    expect(answer).toMatchObject({ verdict: "ok", trade: { buy_tax_bps: 300, sell_tax_bps: 300, transfer_tax_bps: 300 } });
    expect(check(answer, "sell_tax").evidence.text).toContain("3 % less");
  });

  test("a power whose owner is gone is no power", async () => {
    const token = await chain.deploy("OwnerMint");
    await chain.addPool(token, "50", parseEther("100000"), BURNT);
    await chain.send(token, "function renounceOwnership()");
    const answer = await ask(chain, token);
    expect(answer).toMatchObject({ verdict: "ok", owner: { kind: "renounced", address: null }, powers: [] });
    expect(check(answer, "mint").status).toBe("pass");
  });
});

describe("caution", () => {
  test.each([
    ["OwnerMint", "mint", "0x40c10f19", "makes new tokens"],
    ["Pausable", "pause", "0x8456cb59", "stops everybody"],
    ["Blocklist", "freeze", "0xf9f92be4", "keeps one holder from selling"],
    ["RenamedBlocklist", "freeze", "0xf295d0d0", "keeps one holder from selling"],
  ])("%s fails %s, and the evidence says by which call of whose", async (name, id, selector, effect) => {
    const answer = await askAbout(name);
    expect(answer.verdict).toBe("caution");
    expect(trouble(answer)).toEqual([`fail ${id}`, "fail ownership"]);
    const found = check(answer, id);
    expect(found).toMatchObject({ severity: "medium", evidence: { selector, address: chain.deployer }, survives_renounce: false });
    expect(found.evidence.text).toContain(`Calling ${selector}(`);
    expect(found.evidence.text).toContain(`as its owner ${chain.deployer} ${effect}`);
    expect(answer.powers).toMatchObject([{ harm: id, selector, holders: [chain.deployer], anybody: false }]);
    expect(answer.authorities).toMatchObject([{ address: chain.deployer, known_as: "owner()", shown: true, kind: "key" }]);
  });

  test("a waiting time is a nuisance, not a trap", async () => {
    const answer = await askAbout("Cooldown");
    expect(answer).toMatchObject({ verdict: "caution", trade: { sell_tax_bps: 0 } });
    expect(check(answer, "sell")).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: { text: expect.stringContaining("Later it worked") },
    });
    expect(answer.summary).toContain("only some time after");
    expect(answer.summary).not.toContain("can't be sold later");
  });

  test("nearly no liquidity is said", async () => {
    const token = await chain.deploy("Plain");
    await chain.addPool(token, "0.001", parseEther("100000"), BURNT);
    const answer = await ask(chain, token);
    expect(answer.verdict).toBe("caution");
    expect(trouble(answer)).toEqual(["fail liquidity"]);
  });
});

describe("avoid", () => {
  test.each([
    ["Honeypot", ["sell", "sell_part", "sell_later"], "TRANSFER_FROM_FAILED"],
    ["SelfishSale", ["sell", "sell_part", "sell_later"], "INSUFFICIENT_INPUT_AMOUNT"],
    ["SmallSales", ["sell", "sell_later"], "TRANSFER_FROM_FAILED"],
    ["SlowTrap", ["sell_later"], "TRANSFER_FROM_FAILED"],
    ["GasBurner", ["sell", "sell_part", "sell_later", "transfer"], null],
    ["NotOpen", ["buy"], "TRANSFER_FAILED"],
    ["Liar", ["buy", "balances"], null],
    ["NoResale", ["resale"], null],
  ] as const)("%s fails %j", async (name, ids, trace) => {
    const answer = await askAbout(name, ["Honeypot", "SelfishSale", "SmallSales", "NoResale"].includes(name));
    expect(answer.verdict).toBe("avoid");
    expect(answer.risk_score).toBeGreaterThanOrEqual(75);
    expect(trouble(answer)).toEqual(expect.arrayContaining(ids.map((id) => `fail ${id}`)));
    expect(ids.map((id) => check(answer, id).severity)).toEqual(ids.map(() => "critical"));
    if (trace) expect(check(answer, ids[0]).evidence.trace).toContain(trace);
  });

  test("a minter whom nothing shows and whom renouncing doesn't end", async () => {
    const answer = await askAbout("MinterMint");
    expect(answer.verdict).toBe("avoid");
    expect(check(answer, "mint")).toMatchObject({ status: "fail", severity: "medium", survives_renounce: true });
    expect(check(answer, "renounce")).toMatchObject({ status: "fail", severity: "high", evidence: { selector: "0x40c10f19" } });
    const token = await chain.deploy("MinterMint");
    await chain.addPool(token, "50", parseEther("100000"), BURNT);
    await chain.send(token, "function renounceOwnership()");
    const after = await ask(chain, token);
    expect(after).toMatchObject({ verdict: "avoid", owner: { kind: "renounced" } });
    expect(trouble(after)).toEqual(expect.arrayContaining(["fail mint", "fail hidden_owner", "fail renounce"]));
  });

  test("a fresh pool that its maker can take away", async () => {
    const token = await chain.deploy("Plain");
    await chain.addPool(token);
    const answer = await ask(chain, token);
    expect(trouble(answer)).toEqual(["fail liquidity_pull"]);
    expect(answer).toMatchObject({ verdict: "avoid", liquidity: { pullable_bps: 9_999 } });
    expect(check(answer, "liquidity_pull").evidence).toMatchObject({ address: chain.deployer, text: expect.stringContaining("99.99 %") });
  });
});

test("without a pool it is tried in one of our own, and nothing is promised", async () => {
  const answer = await ask(chain, await chain.deploy("Plain"));
  expect(answer).toMatchObject({ verdict: "unknown", risk_score: null, trade: { pair: null, own_pool: true, quote_reserve: null } });
  expect(check(answer, "sell").status).toBe("pass");
  expect(answer.not_checked).toContainEqual({ id: "buy", why: expect.stringContaining("In a pool of our own it was tried") });
});

test("code that never ends is tried within bounds, and nobody else waits for it", async () => {
  const token = await chain.deploy("Endless");
  await chain.addPool(token, "50", parseEther("100000"), BURNT);
  let [last, longest] = [performance.now(), 0];
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const began = performance.now();
  const answer = await ask(chain, token);
  const took = performance.now() - began;
  clearInterval(clock);
  expect(took).toBeLessThan(8_000);
  expect(longest).toBeLessThan(Math.max(400, took / 4));
  expect(answer.verdict).toBe("avoid");
  expect(trouble(answer)).toEqual(expect.arrayContaining(["fail sell", "fail transfer"]));
}, 15_000);

test("what a token says of itself is cut, cleaned or left out", async () => {
  const said = async (name: string) => {
    const { metadata, summary, checks } = await ask(chain, await chain.deploy(name));
    expect(checks.find(({ id }) => id === "metadata")?.status).toBe(name === "Bytes32Name" ? "pass" : "fail");
    for (const own of [metadata.name, metadata.symbol]) if (own) expect(summary).not.toContain(own);
    return metadata;
  };
  expect(await said("HugeName")).toMatchObject({ name: "H", symbol: "HUGE" });
  expect(await said("Bytes32Name")).toMatchObject({ name: "Old Style", symbol: "OLD" });
  expect(await said("RevertingName")).toMatchObject({ name: null, symbol: null });
  expect(await said("ControlName")).toMatchObject({ name: "USD Coin https://claim.example", symbol: "USDC" });
  expect(await said("BrokenName")).toMatchObject({ name: null, symbol: null });
});
