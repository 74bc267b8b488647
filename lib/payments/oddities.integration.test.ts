import { createWalletClient, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { settlementChain } from "@/lib/chainClient";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { rpc } from "@/lib/devnet/rpc";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { setBalance } from "@/lib/testing/setBalance";
import { TERMS } from "@/lib/testing/terms";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "3" });
});
afterAll(() => market.stop());

const FULL = 25_000_000n;
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

/** What USDC's issuer can do, with its own functions. */
async function issuer(data: Hex): Promise<void> {
  const { chain } = settlementChain();
  const account = privateKeyToAccount(testPrivateKey("deployer"));
  const hash = await createWalletClient({ account, chain, transport: http(market.rpcUrl) }).sendTransaction({
    to: TERMS.asset,
    data,
    chain,
  });
  expect((await settlementChain().waitForTransactionReceipt({ hash })).status).toBe("success");
}
const PAUSE: Hex = "0x8456cb59";
const UNPAUSE: Hex = "0x3f4ba83a";

describe("between the check and the settlement", () => {
  it.each([0, 300])("a payer who is put on the block list is not charged and gets no answer (%d ms)", async (ms) => {
    const payer = await fundedPayer();
    const { tool } = echoTool(async (text) => {
      await setBalance(market.rpcUrl, payer.address, FULL, true);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return { text };
    });
    const response = await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
    expect([response.status, (await response.json()).charged]).toEqual([402, false]);
    expect((await findPayment(db(), idOf(response)))?.state).toBe("failed");
  });

  it("a pause of USDC charges nobody; afterwards everything goes on", async () => {
    const payer = await fundedPayer();
    const { tool } = echoTool(async (text) => {
      await issuer(PAUSE);
      return { text };
    });
    const response = await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
    expect([response.status, (await response.json()).charged]).toEqual([402, false]);
    const calm = echoTool();
    const refused = await post(calm.tool, { text: "hi" }, (await signFor(calm.tool, payer)).headers);
    expect([refused.status, calm.runs()]).toEqual([402, 0]);
    await issuer(UNPAUSE);
    expect((await post(calm.tool, { text: "hi" }, (await signFor(calm.tool, payer)).headers)).status).toBe(200);
    expect(await market.balanceOf(payer.address)).toBe(FULL - 5000n);
  });
});

describe("many times the same", () => {
  it("a thousand replays of one payment: one run, one charge, a thousand equal answers", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, () => post(tool, { text: "hi" }, headers).then(async (r) => `${r.status} ${await r.text()}`)),
    );
    expect(new Set(replies)).toEqual(new Set(['200 {"text":"hi"}']));
    expect([runs(), await market.balanceOf(payer.address)]).toEqual([1, FULL - 5000n]);
    const other = await fundedPayer();
    expect((await post(tool, { text: "hi" }, (await signFor(tool, other)).headers)).status).toBe(200);
  });
});

describe("clocks that are minutes off", () => {
  it("a payment that has ended by the chain's clock, though not by ours, is refused before anything is run", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    await rpc(market.rpcUrl, "evm_increaseTime", [300]);
    await rpc(market.rpcUrl, "evm_mine", []);
    const late = await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
    expect([late.status, (await late.json()).error, runs()]).toEqual([402, "invalid_exact_evm_payload_authorization_valid_before", 0]);
    const now = BigInt(Math.floor(Date.now() / 1000));
    const good = await post(tool, { text: "hi" }, (await signFor(tool, payer, { validBefore: now + 900n })).headers);
    expect(good.status).toBe(200);
    expect(await market.balanceOf(payer.address)).toBe(FULL - 5000n);
  });
});
