import { afterAll, beforeAll, expect, it } from "vitest";
import { storeSession } from "@/db/queries/sessions";
import { hashSessionToken, newSessionToken } from "@/lib/auth/sessionToken";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { GET } from "./route";

const ME = `0x${"5".repeat(40)}`;
const token = newSessionToken();

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  const now = new Date();
  await storeSession(ledger.db, {
    tokenHash: hashSessionToken(token),
    address: ME,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 60_000),
  });
  for (let n = 0; n < 1_203; n++) await insertPayment(ledger.db, { amount: n % 2 ? 5_000n : 8_000n, client: n === 0 ? "=1+1" : "curl/8" });
  await insertPayment(ledger.db, { payTo: `0x${"6".repeat(40)}` });
});
afterAll(() => ledger.stop());

const get = (query: string, cookie = `coinslot_session=${token}`) =>
  GET(new Request(`http://market.test/dashboard/payments.csv${query}`, { headers: { cookie } }));
const lines = async (response: Response) => (await response.text()).trimEnd().split("\r\n").slice(1);

it("holds each payment of the seller once, over many pages, and no formula", async () => {
  const response = await get("");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const rows = await lines(response);
  expect(rows).toHaveLength(1_203);
  expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(1_203);
  expect(rows.filter((row) => row.includes("'=1+1"))).toHaveLength(1);
});

it("takes the table's filters", async () => {
  expect(await lines(await get("?min=0.008&when=7d"))).toHaveLength(602);
  expect(await lines(await get("?status=failed"))).toHaveLength(0);
});

it("is nobody's without a session", async () => {
  const response = await get("", "coinslot_session=");
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: "unauthorized" });
});
