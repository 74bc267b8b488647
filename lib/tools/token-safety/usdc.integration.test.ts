import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSafetyThreads } from "@/lib/safety/examineInThread";
import { ask, BURNT, check, trouble } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";
import { deployUsdc } from "./testdata/usdc";

let chain: TestChain;
let usdc: Address;
beforeAll(async () => {
  chain = await startTestChain();
  usdc = await deployUsdc(chain);
});
afterAll(async () => {
  await endSafetyThreads();
  chain?.stop();
});

test("the real USDC is caution with its reasons, never avoid", async () => {
  await chain.addPool(usdc, "50", 100_000_000_000n, BURNT);
  const answer = await ask(chain, usdc);
  expect(answer).toMatchObject({
    verdict: "caution",
    metadata: { name: "USDC", symbol: "USDC", decimals: 6 },
    proxy: { kind: "eip1967" },
    owner: { kind: "account", address: chain.deployer },
    trade: { buy_tax_bps: 0, sell_tax_bps: 0, transfer_tax_bps: 0 },
  });
  expect(trouble(answer)).toEqual(["fail pause", "fail freeze", "fail mint", "fail ownership", "fail fixed_code"]);
  expect(check(answer, "pause")).toMatchObject({ survives_renounce: null, evidence: { selector: "0x8456cb59" } });
  // Its minter's allowance is used up: it takes two calls.
  expect(check(answer, "mint").evidence.text).toMatch(/0x4e44d956\(the caller, .*\) and then 0x40c10f19\(/);
  expect(check(answer, "fixed_code")).toMatchObject({ severity: "medium", status: "fail" });
  expect(check(answer, "freeze").evidence.selector).toBe("0xf9f92be4");
  expect(answer.summary).toMatch(/^It can be bought and sold, but /);
});

test("a pool against USDC is traded in USDC", async () => {
  const token = await chain.deploy("FixedTax");
  await chain.addTokenPool(token, usdc, parseEther("100000"), 50_000_000_000n, BURNT);
  const answer = await ask(chain, token);
  expect(answer).toMatchObject({
    verdict: "ok",
    trade: { quote_token: usdc, quote_reserve: "50000000000", buy_tax_bps: 300, sell_tax_bps: 300 },
  });
});

test("of two pools the deeper one is traded", async () => {
  const token = await chain.deploy("Plain");
  await chain.addPool(token, "0.01", parseEther("100000"), BURNT);
  await chain.addTokenPool(token, usdc, parseEther("100000"), 50_000_000_000n, BURNT);
  expect((await ask(chain, token)).trade.quote_token).toBe(usdc);
});

test("wrapped ether itself is judged against USDC", async () => {
  const answer = await ask(chain, chain.contracts.weth);
  expect(answer).toMatchObject({ verdict: "ok", trade: { quote_token: usdc } });
});
