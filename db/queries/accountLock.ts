import "server-only";
import type postgres from "postgres";

/**
 * Runs `work` while no other process signs for the same account. The lock is a transaction's: it ends
 * with its connection, and a connection that breaks says so instead of keeping everybody waiting.
 */
export async function withAccountLock<T>(sql: postgres.Sql, account: string, work: () => Promise<T>): Promise<T> {
  const held: { work?: Promise<T>; lost?: boolean } = {};
  const lock = sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`;
    held.work = work();
    await held.work.catch(() => undefined);
    // The driver would write its `commit` to a socket that is gone, and that throws where nobody can catch it.
    if (held.lost) await new Promise(() => undefined);
  });
  await lock.catch((cause: unknown) => {
    held.lost = true;
    if (!held.work) throw cause;
  });
  if (!held.work) throw new Error("the account's lock was not given");
  // Whatever became of the lock, the work tells what was done: something may have been sent.
  return held.work;
}
