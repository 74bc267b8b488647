import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { GET as balance } from "./chain/balance/route";
import { GET as paymentById } from "./payments/[id]/route";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

describe("bad input is never our fault", () => {
  it.each([
    ["a NUL byte", "\u0000"],
    ["an id with a NUL byte in it", "pay_\u0000"],
    ["SQL", "'; drop table payments; --"],
    ["half a character", "\ud800"],
    ["a percent sign", "%"],
    ["a very long text", "x".repeat(10_000)],
  ])("a payment called %s is not there", async (_, id) => {
    const response = await paymentById(new Request("http://market.test/api/payments/x"), { params: Promise.resolve({ id }) });
    expect([response.status, (await response.json()).error]).toEqual([404, "not_found"]);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("an address in a case of its own has a balance too", async () => {
    const { address } = newPayer();
    const odd = `0x${[...address.slice(2)].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join("")}`;
    const response = await balance(new Request(`http://market.test/api/chain/balance?address=${odd}`));
    expect([response.status, (await response.json()).balance]).toEqual([200, "0"]);
  });
});
