import { type PrivateKeyAccount, toHex } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { rpc } from "@/lib/devnet/rpc";
import { catalogEntry, discoveryItem } from "@/lib/discovery/catalogJson";
import { listings } from "@/lib/discovery/listing";
import { llmsText } from "@/lib/discovery/llms";
import { paymentInfo } from "@/lib/discovery/paymentInfo";
import { env } from "@/lib/env";
import { formatUsd, formatUsdc } from "@/lib/money";
import { engine } from "@/lib/settlement/engine";
import { gasFloor } from "@/lib/settlement/gasFloor";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, receiptOf, signFor } from "@/lib/testing/requests";
import { tokenSafety } from "@/lib/tools/token-safety/tool";
import { quoted } from "./quote";
import { decodeHeader } from "./wire";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ GAS_FLOOR_USD_PER_ETH: "40" });
  // Each block without payments lowers the base fee.
  await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
  await rpc(market.rpcUrl, "evm_setAutomine", [true]);
});
afterAll(() => market.stop());

const GWEI = 1_000_000_000;
const LISTED = 5_000n;

/** The next block asks for so much, and the market has seen it. The floor is a new one, as if its minutes were over. */
async function gasCosts(wei: number): Promise<bigint> {
  await rpc(market.rpcUrl, "anvil_setNextBlockBaseFeePerGas", [toHex(wei)]);
  await rpc(market.rpcUrl, "evm_mine", []);
  const { settler } = engine();
  await vi.waitFor(async () => expect((await settler.fees()).baseFee).toBe(BigInt(wei)), { timeout: 5_000, interval: 100 });
  settler.floor = gasFloor(settler.fees, env().usdPerEth);
  await settler.floor.look();
  return settler.floor.now();
}

async function fundedPayer(): Promise<PrivateKeyAccount> {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

const amountIn = (response: Response) => {
  const offer = decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "") as { accepts: { amount: string }[] };
  return offer.accepts[0]?.amount;
};
const spent = async (payer: PrivateKeyAccount) => 25_000_000n - (await market.balanceOf(payer.address));

describe("a price floor", () => {
  let lifted: bigint;
  beforeEach(async () => {
    lifted = await gasCosts(4 * GWEI);
  });

  it("is the cost of a settlement, and leaves cheap gas and dear tools alone", async () => {
    // 86,161 gas at 4 gwei and the chain's tip of 1, at $40 an ETH: $0.0172322.
    expect(lifted).toBe(18_000n);
    expect(await gasCosts(1_000)).toBeLessThan(LISTED);
    expect(amountIn(await post(echoTool().tool, { text: "hi" }))).toBe(LISTED.toString());
    await gasCosts(4 * GWEI);
    const { tool } = echoTool();
    const dear = { ...tool, definition: { ...tool.definition, price: "2" } };
    expect(amountIn(await post(dear, { text: "hi" }))).toBe("2000000");
  });

  it("is the price at every door", async () => {
    const amount = lifted.toString();
    const price = formatUsd(lifted);
    expect(amountIn(await post(tokenSafety, {}))).toBe(amount);
    const input = tokenSafety.definition.examples[env().network];
    const body = JSON.stringify(input);
    const asked = new Request("http://market.test/api/v1/token-safety/quote", { method: "POST", body, headers: { host: "market.test" } });
    expect(await (await quoted(tokenSafety).POST(asked)).json()).toMatchObject({ amount, price, accepts: [{ amount }] });
    const [listing] = await listings("http://market.test");
    if (!listing) throw new Error("the shelf is empty");
    expect(catalogEntry(listing)).toMatchObject({ price: { text: price, usdc: formatUsdc(lifted), amount }, accepts: [{ amount }] });
    expect(discoveryItem(listing)).toMatchObject({ accepts: [{ amount }], metadata: { price } });
    expect(paymentInfo(listing)).toMatchObject({ price: formatUsdc(lifted), amount });
    expect(llmsText("http://market.test", [listing])).toContain(`${price} a call`);
  });

  it("is paid and settled", async () => {
    const { tool } = echoTool();
    const payer = await fundedPayer();
    const response = await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
    expect([response.status, await response.text()]).toEqual([200, '{"text":"hi"}']);
    expect(receiptOf(response)).toMatchObject({ success: true });
    const id = response.headers.get("X-Payment-Id") ?? "";
    expect(await findPayment(db(), id)).toMatchObject({
      state: "settled",
      amount: lifted.toString(),
      gasFee: expect.stringMatching(/^[1-9]\d*$/),
    });
    expect(await spent(payer)).toBe(lifted);
  });

  it("does not touch terms that were named before it rose", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    await gasCosts(1_000);
    expect(amountIn(await post(tool, { text: "hi" }))).toBe(LISTED.toString());
    const early = await signFor(tool, payer);
    await gasCosts(4 * GWEI);
    const response = await post(tool, { text: "hi" }, early.headers);
    expect([response.status, runs(), await spent(payer)]).toEqual([200, 1, LISTED]);
  });

  it("refuses the old price where it was never named, with the new one", async () => {
    const { tool: echo, runs } = echoTool();
    const tool = { ...echo, definition: { ...echo.definition, slug: "unnamed" } };
    const payer = await fundedPayer();
    await gasCosts(1_000);
    const early = await signFor(tool, payer);
    await gasCosts(4 * GWEI);
    const response = await post(tool, { text: "hi" }, early.headers);
    expect([response.status, (await response.clone().json()).error]).toEqual([402, "invalid_payment_requirements"]);
    expect([amountIn(response), runs(), await spent(payer)]).toEqual([lifted.toString(), 0, 0n]);
  });
});

it("stays when the chain is away, and the doors stay open", async () => {
  const lifted = (await gasCosts(4 * GWEI)).toString();
  market.chain.cut();
  const { settler } = engine();
  await vi.waitFor(() => expect(settler.fees()).rejects.toThrow(), { timeout: 5_000, interval: 100 });
  expect((await listings("http://market.test"))[0]?.requirements.amount).toBe(lifted);
  expect(amountIn(await post(echoTool().tool, { text: "hi" }))).toBe(lifted);
  market.chain.restore();
});
