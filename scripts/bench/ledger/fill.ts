import type { Sql } from "postgres";

/** Who gets how much: half of all payments are the house's, as on a market whose first tools are its own. */
export const HOUSE = `0x${"a".repeat(40)}`;
export const SELLERS = 99;
export const DAYS = 180;
const CHUNK = 250_000;
const BATCH = 100;

/** The address of a seller or payer, as the statements below make them. */
export const addressOf = (kind: "seller" | "payer", n: number) =>
  `0x${(kind === "seller" ? "5e" : "9a").padEnd(4, "0")}${n.toString(16).padStart(36, "0")}`;

/**
 * Fills the ledger with payments over half a year, evenly, in batches of a hundred: mostly settled, some released or failed.
 * Without indexes and triggers, which are made again afterwards: a row at a time they cost ten times more.
 */
export async function fillLedger(sql: Sql, rows: number, hint: (text: string) => void): Promise<void> {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes
    where schemaname = 'public' and tablename in ('payments', 'settlements', 'payment_events') and indexname not like '%_pkey'`;
  for (const { indexname } of indexes) await sql.unsafe(`drop index "${indexname}"`);
  await sql`set session_replication_role = replica`;
  for (let from = 1; from <= rows; from += CHUNK) {
    hint(`${(from - 1).toLocaleString("en")} of ${rows.toLocaleString("en")} payments`);
    await sql.unsafe(payments(from, Math.min(rows, from + CHUNK - 1), rows));
  }
  hint("settlements and events");
  await sql.unsafe(settlements);
  await sql.unsafe(events);
  await sql`set session_replication_role = default`;
  for (const { indexname, indexdef } of indexes) {
    hint(indexname);
    await sql.unsafe(indexdef);
  }
  hint("figures");
  await sql`select rebuild_rollups()`;
  hint("statistics");
  await sql`vacuum analyze`;
}

const hex = (bytes: number, seed: string) => (bytes === 32 ? `'0x' || md5(${seed}) || md5('b' || ${seed})` : `md5(${seed})`);

const payments = (from: number, to: number, rows: number) => `
  insert into payments (id, state, tool, seller, account, payer, pay_to, network, asset, amount, nonce, valid_after, valid_before, signature,
    freed, fingerprint, x402_version, client, reason, transaction, block_number, gas_used, gas_fee, batch_size,
    received_at, verified_at, claimed_at, answered_at, submitted_at, closed_at)
  select id, state, 'tool-' || (g / 100 % 32), case when house then 'coinslot' else 'seller-' || s end,
    case when house then '${HOUSE}' else '0x5e00' || lpad(to_hex(s), 36, '0') end,
    '0x9a00' || lpad(to_hex((20000 * power((g / 3200 % 100003) / 100003.0, 2))::int), 36, '0'),
    case when house then '${HOUSE}' else '0x5e00' || lpad(to_hex(s), 36, '0') end,
    'eip155:84532', '0x036cbd53842c5426634e7929541ec2318f3dcf7e', 1000 * (1 + h % 20), ${hex(32, "i::text")},
    extract(epoch from t)::bigint - 600, extract(epoch from t)::bigint + 120, '0x' || repeat(${hex(16, "i::text")}, 4) || '1b',
    case when moved then '' else id end, ${hex(16, "'f' || i")}, 2, 'bench/1', case when moved then null else 'not_a_contract' end,
    case when moved then ${hex(32, `'t' || (i / ${BATCH})`)} end, case when moved then i / ${BATCH} end,
    case when moved then 44500 end, case when moved then 44500000000 end, case when moved then ${BATCH} end,
    t - interval '20 ms', t - interval '10 ms', t, case when state <> 'released' then t + interval '40 ms' end,
    case when moved then t + interval '60 ms' end, t + (100 + h % 2000) * interval '1 ms'
  from (
    select i, h, g, h % 2 = 0 as house, (h / 2) % ${SELLERS} as s, g % 100 < 97 as moved, 'pay_' || lpad(i::text, 22, '0') as id,
      case when g % 100 < 97 then 'settled' when g % 100 < 99 then 'released' else 'failed' end as state,
      now() - interval '${DAYS} days' * (1 - i::float8 / ${rows}) as t
    from (select i, abs(hashint8(i)::bigint) as h, abs(hashint8(-i)::bigint) as g from generate_series(${from}::bigint, ${to}::bigint) as i) as numbered
  ) as drawn`;

const settlements = `
  insert into settlements (hash, state, network, sender, account_nonce, payment_ids, payment_count, max_fee_per_gas,
    max_priority_fee_per_gas, block_number, block_hash, gas_used, gas_price, sent_at, mined_at, final)
  select transaction, 'mined', 'eip155:84532', '0x70997970c51812dc3a010c7d01b50e0d17dc79c8', block_number, array_agg(id), count(*),
    2000000000, 1000000000, block_number, ${hex(32, "block_number::text")}, sum(gas_used), 1000000, min(submitted_at), max(closed_at), true
  from payments where transaction is not null group by transaction, block_number`;

/** Of the newest payments alone: a payment's own events are looked up one by one, however many others have. */
const events = `
  insert into payment_events (payment_id, step, at)
  select id, step, at from (select * from payments order by id desc limit 100000) as newest,
    lateral (values ('claimed', claimed_at), ('queued', answered_at), ('submitted', submitted_at), (state, closed_at)) as steps (step, at)
  where at is not null`;
