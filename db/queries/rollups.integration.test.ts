import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { emptyLedger, insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";

const TABLES = [
  "payment_figures",
  "payment_times",
  "payer_days",
  "payer_arrivals",
  "tool_payers",
  "tool_payer_days",
  "settlement_hours",
  "account_figures",
  "account_times",
  "account_reasons",
];
const PAYERS = ["a", "b", "c", "d"].map((letter) => `0x${letter.repeat(40)}`);
const SELLERS = ["5", "6"].map((digit) => `0x${digit.repeat(40)}`);
const TOOLS = ["token-safety", "web-extract", "facilitator"];

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());
beforeEach(() => emptyLedger(ledger.db));

/** The same numbers on every run. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** Every row that says something; a row of zeros says nothing. */
async function figures(): Promise<Record<string, string[]>> {
  await connection().sql`select fold_rollups(true)`;
  const rows = await Promise.all(
    TABLES.map(async (table) => {
      const found = await connection().sql.unsafe(`select to_jsonb(t) as row from ${table} t`);
      const texts = found.map(({ row }) => JSON.stringify(row)).filter((text) => !isEmpty(JSON.parse(text)));
      return [table, texts.sort()] as const;
    }),
  );
  return Object.fromEntries(rows);
}

function isEmpty(row: Record<string, unknown>): boolean {
  const numbers = Object.entries(row).filter(([name, value]) => typeof value === "number" && name !== "micros");
  return numbers.length > 0 && numbers.every(([, value]) => value === 0);
}

async function expectExact() {
  const kept = await figures();
  await connection().sql`select rebuild_rollups()`;
  expect(kept).toEqual(await figures());
}

async function fill(roll: (below: number) => number, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < many; n++) {
    const claimedAt = new Date(Date.UTC(2026, 10, 1 + roll(4), roll(24), roll(60), roll(60)));
    const answeredAt = roll(4) === 0 ? null : new Date(claimedAt.getTime() + roll(5_000));
    ids.push(
      await insertPayment(ledger.db, {
        state: "queued",
        claimedAt,
        answeredAt,
        closedAt: answeredAt,
        payer: PAYERS[roll(PAYERS.length)],
        payTo: SELLERS[roll(SELLERS.length)],
        tool: TOOLS[roll(TOOLS.length)],
        amount: BigInt(1 + roll(9_000)),
        gasUsed: BigInt(roll(50_000)),
        gasFee: BigInt(roll(1_000_000)),
        transaction: `0x${"1".repeat(64)}`,
        reason: [null, "no_pool", "balance"][roll(3)] ?? null,
      }),
    );
  }
  return ids;
}

/** One step of the ledger's life for some payments at once, as far as its rules let them. */
async function move(sql: ReturnType<typeof connection>["sql"], ids: string[], kind: number) {
  if (kind < 3) await sql`update payments set state = 'settled' where id in ${sql(ids)} and state = 'queued'`;
  else if (kind === 3) await sql`update payments set state = 'failed', freed = id where id in ${sql(ids)} and state = 'queued'`;
  else if (kind === 4) await sql`update payments set state = 'released', freed = id where id in ${sql(ids)} and state = 'queued'`;
  else if (kind === 5)
    await sql`update payments set state = 'queued', answered_at = answered_at + interval '1 s', gas_used = gas_used + 7
    where id in ${sql(ids)} and state = 'settled'`;
  else await sql`update payments set gas_used = gas_used + 3, closed_at = closed_at + interval '20 ms' where id in ${sql(ids)}`;
}

describe("the figures beside the ledger", () => {
  it.each([1, 2, 3])(
    "are what a count of it comes to, whatever happens to its payments (%i)",
    async (seed) => {
      const roll = dice(seed);
      const ids = await fill(roll, 120);
      for (let n = 0; n < 60; n++) {
        const some = Array.from({ length: 1 + roll(12) }, () => ids[roll(ids.length)] ?? "");
        await move(connection().sql, some, roll(7));
        if (roll(3) === 0) await connection().sql`select fold_rollups(true)`;
      }
      expect((await figures()).payer_arrivals?.length).toBeGreaterThan(3);
      await expectExact();
    },
    60_000,
  );

  it("stay right when many are written at once, and nobody waits for ever", async () => {
    const roll = dice(9);
    const ids = await fill(roll, 200);
    const works = Array.from({ length: 8 }, (_, worker) =>
      connection().sql.begin(async (sql) => {
        const mine = ids.filter((_, index) => index % 8 === worker).reverse();
        for (let at = 0; at < mine.length; at += 5) {
          await move(sql as never, mine.slice(at, at + 5), roll(5));
          await move(sql as never, mine.slice(at, at + 3), 5);
          if (roll(4) === 0) await sql`select fold_rollups(false)`;
        }
      }),
    );
    await Promise.all(works);
    await expectExact();
  });

  it("count nothing for payments on their way, and none that begins with its outcome", async () => {
    await insertPayment(ledger.db, { state: "claimed" });
    await insertPayment(ledger.db, { state: "unknown" });
    expect(Object.values(await figures()).flat()).toEqual([]);
    await expect(
      connection()
        .sql`insert into payments select (jsonb_populate_record(p, '{"id":"pay_born","nonce":"0x1","state":"settled","transaction":"0x1"}')).* from payments p limit 1`,
    ).rejects.toThrow("begins as settled");
  });

  it("take back all of a block that was undone", async () => {
    const id = await insertPayment(ledger.db, { answeredAt: new Date() });
    expect((await figures()).payer_days).toHaveLength(1);
    await connection().sql`update payments set state = 'queued' where id = ${id}`;
    expect(Object.values(await figures()).flat()).toEqual([]);
  });

  it("hold mined transactions by the hour", async () => {
    const { sql } = connection();
    const row = { hash: "0x1", state: "sent", network: "n", sender: "s", account_nonce: 1, payment_ids: ["a", "b"], payment_count: 2 };
    await sql`insert into settlements ${sql({ ...row, max_fee_per_gas: 1, max_priority_fee_per_gas: 1 })}`;
    await sql`update settlements set state = 'mined', mined_at = '2026-11-02T10:20:00Z', gas_used = 100, gas_price = 3 where hash = '0x1'`;
    await expectExact();
    expect(await sql`select transactions, payments, gas, gas_fee from settlement_hours`).toEqual([
      { transactions: "1", payments: "2", gas: "100", gas_fee: "300" },
    ]);
    await sql`update settlements set mined_at = '2026-11-02T11:20:00Z', final = true where hash = '0x1'`;
    await expectExact();
    await sql`update settlements set state = 'dropped' where hash = '0x1'`;
    await expectExact();
  });
});
