import "server-only";
import type postgres from "postgres";
import type { PaymentState } from "../schema/states";

export type NewClaim = {
  id: string;
  tool: string;
  seller: string;
  /** Lower-case address, or empty for a refund. */
  account: string;
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

/** `taken`: another claim holds the authorization or the name. `slowed`: too many of the payer's payments failed on the chain lately. */
export type ClaimResult = "won" | "taken" | "slowed";

/** So many failures in so many seconds, and a payer has to wait. */
export const FAULTS = { most: 5, seconds: 600 };

/** Claims authorizations for requests, decided by the database; one statement for many. Each row has its event and its hold. */
export async function insertClaims(sql: postgres.Sql, claims: NewClaim[], leaseSeconds: number): Promise<ClaimResult[]> {
  const rows = await sql<{ won: string | null; slowed: string | null }[]>`
    with incoming as (
      select * from json_to_recordset(${toJson(claims)}::text::json) as i(id text, tool text, seller text, account text, payer text, "payTo" text,
        network text, asset text, amount bigint, nonce text, "validAfter" numeric, "validBefore" numeric, signature text, identifier text,
        fingerprint text, "x402Version" smallint, client text, "receivedAt" timestamptz, "verifiedAt" timestamptz)
    ), slowed as (
      select payer from (select distinct payer from incoming) p where ${FAULTS.most} <=
        (select count(*) from payer_faults f where f.payer = p.payer and f.at > now() - make_interval(secs => ${FAULTS.seconds}))
    ), won as (
      insert into payments (id, state, tool, seller, account, payer, pay_to, network, asset, amount, nonce, valid_after, valid_before, signature,
        identifier, fingerprint, x402_version, client, received_at, verified_at)
      select id, 'claimed', tool, seller, account, payer, "payTo", network, asset, amount, nonce, "validAfter", "validBefore", signature,
        identifier, fingerprint, "x402Version", client, "receivedAt", "verifiedAt"
      from incoming where not exists (select from slowed s where s.payer = incoming.payer)
      on conflict do nothing returning id, payer, amount
    ), held as (
      insert into open_payments (payment_id, payer, amount, held_until)
      select id, payer, amount, now() + make_interval(secs => ${leaseSeconds}) from won order by id
    ), logged as (
      insert into payment_events (payment_id, step, at) select id, 'claimed', now() from won order by id
    )
    select id as won, null as slowed from won union all select null, payer from slowed`;
  const won = new Set(rows.map((row) => row.won));
  const slowed = new Set(rows.map((row) => row.slowed));
  return claims.map(({ id, payer }) => (won.has(id) ? "won" : slowed.has(payer) ? "slowed" : "taken"));
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
