import { afterAll, beforeAll, expect, it } from "vitest";
import { connection } from "@/db/client";
import { storeSession } from "@/db/queries/sessions";
import { hashSessionToken, newSessionToken } from "@/lib/auth/sessionToken";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { GET as csv } from "./payments.csv/route";
import { GET as json } from "./payments.json/route";

const ME = `0x${"5".repeat(40)}`;
const token = newSessionToken();
const ROWS = 20_003;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  const now = new Date();
  const session = { tokenHash: hashSessionToken(token), address: ME, createdAt: now, expiresAt: new Date(now.getTime() + 60_000) };
  await storeSession(ledger.db, session);
  await insertPayment(ledger.db, { id: "pay_model", client: "=1+1", state: "queued" });
  const { sql } = connection();
  await sql`
    insert into payments select (jsonb_populate_record(p, jsonb_build_object('id', 'pay_' || lpad(n::text, 8, '0'), 'nonce', '0x' || n,
      'amount', case when n % 2 = 0 then 8000 else 5000 end, 'client', 'curl/8', 'claimed_at', now() - n * interval '1 second'))).*
    from payments p, generate_series(1, ${ROWS - 1}) n where p.id = 'pay_model'`;
  await sql`update payments set state = 'settled', transaction = '0xaa', closed_at = now()`;
  await insertPayment(ledger.db, { payTo: `0x${"6".repeat(40)}` });
  const refund = {
    id: "ref_1",
    payment_id: "pay_00000002",
    tool: "t",
    account: ME,
    payer: "0x1",
    amount: 3_000,
    kind: "manual",
    way: "allowance",
  };
  await sql`insert into refunds ${sql({ ...refund, reason: "sorry", network: "n", asset: "a" })}`;
  const sent = { hash: "0xbb", network: "n", sender: "s", account_nonce: 1, first: true, refund_id: "ref_1", max_fee_per_gas: 1 };
  await sql`insert into refund_transactions ${sql({ ...sent, max_priority_fee_per_gas: 1, state: "mined", mined_at: now })}`;
});
afterAll(() => ledger.stop());

type Route = typeof csv;
const get = (route: Route, query: string, cookie = `coinslot_session=${token}`) =>
  route(new Request(`http://market.test/dashboard/payments${query}`, { headers: { cookie } }), undefined);
const lines = async (response: Response) => (await response.text()).trimEnd().split("\r\n").slice(1);

it("holds each payment of the seller once, over many pages, and no formula", async () => {
  const response = await get(csv, "");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="coinslot-payments-[0-9-]+\.csv"$/);
  const rows = await lines(response);
  expect(rows).toHaveLength(ROWS);
  expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(ROWS);
  expect(rows.filter((row) => row.includes("'=1+1"))).toHaveLength(1);
  expect(rows.filter((row) => row.endsWith(",0.003,3000,0xbb"))).toHaveLength(1);
});

it("is the same as JSON, with exact amounts", async () => {
  const entries = await (await get(json, "")).json();
  expect(entries).toHaveLength(ROWS);
  expect(entries.find((entry: { payment: string }) => entry.payment === "pay_00000002")).toMatchObject({
    amount: "8000",
    settled: "8000",
    refunded: "3000",
    refundTransactions: ["0xbb"],
    state: "settled",
  });
  expect(await (await get(json, "?status=failed")).json()).toEqual([]);
});

it("reads on only as it is taken", async () => {
  const reader = (await get(csv, "")).body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let parts = 0; parts < 2; parts++) text += (await reader?.read())?.value;
  await new Promise((resolve) => setTimeout(resolve, 300));
  // The oldest of all, written after the beginning was taken: whoever had read everything by now would not know of it.
  await insertPayment(ledger.db, { id: "pay_late", claimedAt: new Date(Date.now() - 40 * 86_400_000) });
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value;
  expect(text).toContain("pay_late");
  await connection().sql`delete from payments where id = 'pay_late'`;
});

it("takes the table's filters", async () => {
  expect(await lines(await get(csv, "?min=0.008&when=7d"))).toHaveLength(Math.floor((ROWS - 1) / 2));
  expect(await lines(await get(csv, "?status=failed"))).toHaveLength(0);
});

it.each([csv, json])("is nobody's without a session", async (route) => {
  const response = await get(route, "", "coinslot_session=");
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: "unauthorized" });
});
