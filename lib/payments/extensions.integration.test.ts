import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post, receiptOf, signFor } from "@/lib/testing/requests";
import type { Tool } from "@/lib/tools/define";
import { quoted } from "./quote";
import { requirementsFor } from "./requirements";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

const PRICE = 5000n;
const spent = async (payer: PrivateKeyAccount) => 25_000_000n - (await market.balanceOf(payer.address));
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

async function named(tool: Tool, payer: PrivateKeyAccount, id: unknown) {
  const terms = requirementsFor(tool.definition);
  const extensions = { "payment-identifier": { info: { required: false, id }, schema: {} } };
  return { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms, { extensions }) };
}

describe("payment-identifier", () => {
  const ID = "order_7f9c2ba4e8d1";

  it("the same id and request get the first answer, under a new signature too, and are charged once", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const first = await post(tool, { text: "hi" }, await named(tool, payer, ID));
    const again = await post(tool, { text: "hi" }, await named(tool, payer, ID));
    expect([first.status, again.status, await again.text()]).toEqual([200, 200, '{"text":"hi"}']);
    expect(idOf(again)).toBe(idOf(first));
    expect(receiptOf(again)?.transaction).toBe(receiptOf(first)?.transaction);
    expect([runs(), await spent(payer)]).toEqual([1, PRICE]);
  });

  it("ten at once with ten signatures run once and are charged once", async () => {
    const { tool, runs } = echoTool(async (text) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { text };
    });
    const payer = await fundedPayer();
    const headers = await Promise.all(Array.from({ length: 10 }, () => named(tool, payer, ID)));
    const responses = await Promise.all(headers.map((h) => post(tool, { text: "hi" }, h)));
    expect(responses.map((r) => r.status)).toEqual(Array(10).fill(200));
    expect([runs(), await spent(payer)]).toEqual([1, PRICE]);
  });

  it("the same id on another request is 409, and belongs to its payer alone", async () => {
    const { tool, runs } = echoTool();
    const [payer, stranger] = [await fundedPayer(), await fundedPayer()];
    await post(tool, { text: "hi" }, await named(tool, payer, ID));
    const other = await post(tool, { text: "other" }, await named(tool, payer, ID));
    expect([other.status, (await other.json()).error]).toEqual([409, "payment_in_use"]);
    const theirs = await post(tool, { text: "other" }, await named(tool, stranger, ID));
    expect([theirs.status, await theirs.text()]).toEqual([200, '{"text":"other"}']);
    expect([runs(), await spent(payer), await spent(stranger)]).toEqual([2, PRICE, PRICE]);
  });

  it.each(["short", "x".repeat(129), "no spaces allowed here", 7])("refuses %j", async (id) => {
    const { tool, runs } = echoTool();
    const response = await post(tool, { text: "hi" }, await named(tool, newPayer(), id));
    expect([response.status, (await response.json()).error, runs()]).toEqual([400, "invalid_payment_header", 0]);
  });

  it("an id whose call had no answer is free again", async () => {
    let broken = true;
    const { tool } = echoTool(async (text) => {
      if (broken) throw new Error("out of order");
      return { text };
    });
    const payer = await fundedPayer();
    expect((await post(tool, { text: "hi" }, await named(tool, payer, ID))).status).toBe(502);
    broken = false;
    expect((await post(tool, { text: "hi" }, await named(tool, payer, ID))).status).toBe(200);
    expect(await spent(payer)).toBe(PRICE);
  });
});

describe("price lock", () => {
  const priced = (price: string) => {
    const { tool, runs } = echoTool();
    return { runs, tool: { ...tool, definition: { ...tool.definition, slug: "locked", price } } };
  };

  it("terms that were named stay good after the price has changed, and those that never were are refused", async () => {
    const [cheap, dear] = [priced("0.005"), priced("0.05")];
    const payer = await fundedPayer();
    const early = await signFor(cheap.tool, payer);
    const refused = await post(dear.tool, { text: "hi" }, early.headers);
    expect([refused.status, (await refused.json()).error]).toEqual([402, "invalid_payment_requirements"]);
    await post(cheap.tool, { text: "hi" });
    const response = await post(dear.tool, { text: "hi" }, (await signFor(cheap.tool, payer)).headers);
    expect(response.status).toBe(200);
    expect(await findPayment(db(), idOf(response))).toMatchObject({ amount: "5000", state: "settled" });
    expect(await spent(payer)).toBe(PRICE);
    await connection().sql`update offers set good_until = now()`;
    const late = await post(dear.tool, { text: "hi" }, (await signFor(cheap.tool, payer)).headers);
    expect(late.status).toBe(402);
  });

  it("a quote is free, says what the call costs and until when, and whether it would run", async () => {
    const { tool, runs } = echoTool();
    const ask = (body: string) =>
      quoted(tool).POST(new Request("http://market.test/api/v1/echo/quote", { method: "POST", body, headers: { host: "market.test" } }));
    const response = await ask('{"text":"hi"}');
    const quote = await response.json();
    expect(response.status).toBe(200);
    expect(quote).toMatchObject({
      tool: "echo",
      amount: "5000",
      price: "$0.005",
      would_run: true,
      resource: "http://market.test/api/v1/echo",
    });
    expect(new Date(quote.expires_at).getTime() - Date.now()).toBeGreaterThan(250_000);
    expect(quote.accepts).toEqual([requirementsFor(tool.definition)]);
    expect((await ask('{"text":7}')).status).toBe(400);
    expect((await ask("")).status).toBe(400);
    const closed = {
      ...tool,
      ready: () => {
        throw new Error("backend missing");
      },
    };
    const shut = await quoted(closed).GET(
      new Request("http://market.test/api/v1/echo/quote?text=hi", { headers: { host: "market.test" } }),
    );
    expect(await shut.json()).toMatchObject({ would_run: false, obstacle: { error: "tool_failed" } });
    expect(runs()).toBe(0);
  });
});
