import "server-only";
import { connection } from "@/db/client";
import { recordRunning } from "@/db/queries/open";
import { log } from "@/lib/log";
import type { PaidCall } from "./call";
import { type Ran, run } from "./run";

/** A quick run is told together with its answer; of a longer one the ledger hears while it goes on. */
const TELL_AFTER_MS = 300;

/** Runs the tool. `runningAt` is missing when the ledger knows of it already. */
export async function runTold(call: PaidCall): Promise<{ ran: Ran; runningAt?: Date; answeredAt: Date }> {
  const runningAt = new Date();
  let told = false;
  const tell = setTimeout(() => {
    told = true;
    recordRunning(connection().sql, call.id, runningAt).catch((error: unknown) =>
      log("warn", "ledger_behind", { payment: call.id, error }),
    );
  }, TELL_AFTER_MS);
  const ran = await run(call.terms.tool, call.input, { payer: call.payment.authorization.from, payment: call.id });
  clearTimeout(tell);
  return { ran, answeredAt: new Date(), ...(told ? {} : { runningAt }) };
}
