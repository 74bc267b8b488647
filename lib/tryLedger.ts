import "server-only";
import { log } from "./log";

/** Longer than this a page does not wait: it says that the ledger did not answer, and stands. */
const PATIENCE_MS = 2_000;

/** What a page reads from the ledger; null when the ledger does not answer in time. */
export async function tryLedger<T>(read: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([read(), late]);
  } catch (error) {
    log("error", "ledger_unavailable", { error });
    return null;
  } finally {
    clearTimeout(timer);
  }
}
