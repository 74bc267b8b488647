import "server-only";
import { and, asc, count, eq, isNotNull, ne, sql } from "drizzle-orm";
import type postgres from "postgres";
import type { Db } from "../client";
import { hostProofs } from "../schema/listings";

export type HostProof = typeof hostProofs.$inferSelect;
export type ProofKey = Pick<HostProof, "account" | "host">;

const at = ({ account, host }: ProofKey) => and(eq(hostProofs.account, account), eq(hostProofs.host, host));

export async function findProof(db: Db, key: ProofKey): Promise<HostProof | null> {
  const [row] = await db.select().from(hostProofs).where(at(key));
  return row ?? null;
}

/** In the order of their names. */
export async function proofsOf(db: Db, account: string): Promise<HostProof[]> {
  return db.select().from(hostProofs).where(eq(hostProofs.account, account)).orderBy(asc(hostProofs.host));
}

export async function countProofs(db: Db, account: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(hostProofs).where(eq(hostProofs.account, account));
  return row?.n ?? 0;
}

/** Begins a proof; one that was begun keeps its token. */
export async function beginProof(db: Db, key: ProofKey, token: string): Promise<void> {
  await db
    .insert(hostProofs)
    .values({ ...key, token })
    .onConflictDoNothing();
}

export async function deleteProof(db: Db, key: ProofKey): Promise<void> {
  await db.delete(hostProofs).where(at(key));
}

/** The host is this wallet's now, and nobody else's: the wallets that it was of before. */
export async function recordProven(db: Db, key: ProofKey, method: "file" | "dns", now: Date, words: string): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`coinslot.host ${key.host}`}))`);
    const proven = sql`coalesce(${hostProofs.provedAt}, ${now.toISOString()}::timestamptz)`;
    const fresh = { method, checkedAt: now, failingSince: null, lostSince: null, failure: null };
    await tx
      .update(hostProofs)
      .set({ ...fresh, provedAt: proven })
      .where(at(key));
    const others = and(eq(hostProofs.host, key.host), ne(hostProofs.account, key.account), isNotNull(hostProofs.provedAt));
    const lost = await tx
      .update(hostProofs)
      .set({ provedAt: null, failingSince: now, lostSince: now, failure: words })
      .where(others)
      .returning({ account: hostProofs.account });
    return lost.map(({ account }) => account);
  });
}

/** What a look found that did not find the proof; `over` when it counts as lost from now on. */
export type Miss = { failure: string; gone: boolean; over: boolean };

export async function recordMissing(db: Db, key: ProofKey, { failure, gone, over }: Miss, now: Date): Promise<void> {
  const since = now.toISOString();
  await db
    .update(hostProofs)
    .set({
      checkedAt: now,
      failure,
      failingSince: sql`coalesce(${hostProofs.failingSince}, ${since}::timestamptz)`,
      ...(gone ? { lostSince: sql`coalesce(${hostProofs.lostSince}, ${since}::timestamptz)` } : {}),
      ...(over ? { provedAt: null } : {}),
    })
    .where(at(key));
}

export type DueRule = {
  now: Date;
  /** Seconds after which a proof is looked at again, and one that was missing at the last look. */
  everySeconds: number;
  againSeconds: number;
  heldSeconds: number;
  limit: number;
};

/** Proofs whose turn it is, for nobody else until they are held no more; the longest waiting first. */
export async function takeDueProofs(
  sqlTag: postgres.Sql,
  { now, everySeconds, againSeconds, heldSeconds, limit }: DueRule,
): Promise<ProofKey[]> {
  const at = now.toISOString();
  const rows = await sqlTag<ProofKey[]>`
    update host_proofs set held_until = ${at}::timestamptz + make_interval(secs => ${heldSeconds})
    where (account, host) in (
      select account, host from host_proofs
      where proved_at is not null and (held_until is null or held_until < ${at}::timestamptz)
        and checked_at < ${at}::timestamptz - make_interval(secs => case when failing_since is null then ${everySeconds}::float8 else ${againSeconds}::float8 end)
      order by checked_at limit ${limit} for update skip locked
    ) returning account, host`;
  return rows.map(({ account, host }) => ({ account, host }));
}

export async function letGoOfProof(db: Db, key: ProofKey): Promise<void> {
  await db.update(hostProofs).set({ heldUntil: null }).where(at(key));
}
