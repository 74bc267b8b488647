import "server-only";
import type postgres from "postgres";
import type { PaymentState } from "../schema/states";

export type NewClaim = {
  id: string;
  tool: string;
  seller: string;
  payer: string;
  payTo: string;
  network: string;
  asset: string;
  amount: bigint;
  nonce: string;
  validAfter: bigint;
  validBefore: bigint;
  signature: string;
  identifier: string | null;
  fingerprint: string;
  x402Version: number;
  client: string | null;
  receivedAt: Date;
  verifiedAt: Date;
};

/** The claim that holds an authorization, or the payer's own name for a call. */
export type OpenClaim = { id: string; state: PaymentState; fingerprint: string; signature: string };

export type ClaimResult =
  | { kind: "won" }
  | { kind: "taken"; by: OpenClaim }
  /** Too many of the payer's payments failed on the chain lately; nothing was written. */
  | { kind: "slowed" }
  /** Taken, by a claim that was written at this very moment: look again. */
  | { kind: "unseen" };

/** So many failures in so many seconds, and a payer has to wait. */
export const FAULTS = { most: 5, seconds: 600 };

type Row = {
  id: string;
  won: boolean;
  slowed: boolean;
  held: string;
  openId: string | null;
  state: PaymentState;
  fingerprint: string;
  signature: string;
};

/** Claims authorizations for requests, decided by the database; one statement for many. Each row has its event and its hold. */
export async function insertClaims(sql: postgres.Sql, claims: NewClaim[], leaseSeconds: number): Promise<ClaimResult[]> {
  const rows = await sql<Row[]>`
    with incoming as (
      select * from json_to_recordset(${toJson(claims)}::text::json) as i(id text, tool text, seller text, payer text, "payTo" text,
        network text, asset text, amount bigint, nonce text, "validAfter" numeric, "validBefore" numeric, signature text, identifier text,
        fingerprint text, "x402Version" smallint, client text, "receivedAt" timestamptz, "verifiedAt" timestamptz)
    ), slowed as (
      select payer from (select distinct payer from incoming) p where ${FAULTS.most} <=
        (select count(*) from payer_faults f where f.payer = p.payer and f.at > now() - make_interval(secs => ${FAULTS.seconds}))
    ), won as (
      insert into payments (id, state, tool, seller, payer, pay_to, network, asset, amount, nonce, valid_after, valid_before, signature,
        identifier, fingerprint, x402_version, client, received_at, verified_at)
      select id, 'claimed', tool, seller, payer, "payTo", network, asset, amount, nonce, "validAfter", "validBefore", signature,
        identifier, fingerprint, "x402Version", client, "receivedAt", "verifiedAt"
      from incoming where not exists (select from slowed s where s.payer = incoming.payer)
      on conflict do nothing returning id, payer, amount
    ), held as (
      insert into open_payments (payment_id, payer, amount, held_until)
      select id, payer, amount, now() + make_interval(secs => ${leaseSeconds}) from won order by id
    ), logged as (
      insert into payment_events (payment_id, step, at) select id, 'claimed', now() from won order by id
    )
    select i.id, w.id is not null as won, s.payer is not null as slowed, p.id as "openId", p.state, p.fingerprint, p.signature
    from incoming i left join won w on w.id = i.id left join slowed s on s.payer = i.payer
    left join lateral (
      select c.id, c.state, c.fingerprint, c.signature from payments c where w.id is null and c.payer = i.payer and c.freed = ''
        and ((c.nonce = i.nonce and c.network = i.network and c.asset = i.asset) or c.identifier = i.identifier)
      order by c.nonce = i.nonce desc limit 1
    ) p on true`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return claims.map((claim) => toResult(found.get(claim.id)));
}

function toResult(row: Row | undefined): ClaimResult {
  if (!row) return { kind: "unseen" };
  if (row.won) return { kind: "won" };
  if (row.openId) {
    return { kind: "taken", by: { id: row.openId, state: row.state, fingerprint: row.fingerprint, signature: row.signature } };
  }
  return { kind: row.slowed ? "slowed" : "unseen" };
}

function toJson(claims: NewClaim[]): string {
  return JSON.stringify(claims, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

export type ClaimKey = { network: string; asset: string; payer: string; nonce: string; identifier: string | null };

/** The claim that holds this authorization or this name of the payer's, if any does. */
export async function findOpenClaim(sql: postgres.Sql, key: ClaimKey): Promise<OpenClaim | null> {
  const { network, asset, payer, nonce, identifier } = key;
  const [row] = await sql<OpenClaim[]>`
    select id, state, fingerprint, signature from payments where payer = ${payer} and freed = ''
      and ((nonce = ${nonce} and network = ${network} and asset = ${asset}) or identifier = ${identifier})
    order by nonce = ${nonce} desc limit 1`;
  return row ? { ...row } : null;
}
