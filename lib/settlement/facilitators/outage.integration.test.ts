import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";

const SECRET = "a-token-that-nobody-else-may-read";
let market: TestMarket;
beforeAll(async () => {
  // Nobody listens there.
  const nobody = { FACILITATOR_URL: "http://127.0.0.1:9/x402", FACILITATOR_KEYS: `bearer:${SECRET}` };
  market = await startTestMarket({ SETTLER_PRIVATE_KEY: "", ...nobody });
});
afterAll(() => market.stop());

it("with every facilitator away, calls are refused before the tool runs, and nobody's secret is told", async () => {
  const { tool, runs } = echoTool();
  const written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = ((text: string) => written.push(String(text)) > 0) as typeof process.stderr.write;
  const call = async () => {
    const payer = newPayer();
    await market.fund(payer.address);
    return post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
  };
  const first = await Promise.all(Array.from({ length: 5 }, call));
  const next = await call();
  process.stderr.write = write;

  expect(first.map((r) => r.status)).toEqual([202, 202, 202, 202, 202]);
  expect([next.status, (await next.json()).error]).toEqual([503, "settlement_unavailable"]);
  expect(runs()).toBe(5);
  const id = first[0]?.headers.get("X-Payment-Id") ?? "";
  expect(await findPayment(db(), id)).toMatchObject({ state: "unknown", transaction: null });
  expect(written.join("")).toContain("facilitator_silent");
  expect(written.join("")).not.toContain(SECRET);
});
