import "server-only";
import { CoinslotError } from "@/lib/errors";

/** Runs one piece of work on the ledger; a ledger that can't be reached is 503, and nothing is charged. */
export async function ledger<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (CoinslotError.is(cause)) throw cause;
    throw new CoinslotError("ledger_unavailable", "The ledger can't be reached, so the call was not made. Nothing was charged.", {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    });
  }
}
