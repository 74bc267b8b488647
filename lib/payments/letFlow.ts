import "server-only";
import { connection } from "@/db/client";
import { beginFlow, dropFlow } from "@/db/queries/usages";
import type { HttpAnswer } from "@/lib/http";
import { log } from "@/lib/log";
import type { PaidCall } from "./call";
import { mark } from "./call";
import type { Claimed } from "./claim";
import { flowStream } from "./flowStream";
import { ledger } from "./ledger";
import { record } from "./record";
import type { Ran } from "./run";
import { settle } from "./settle";

type Times = { runningAt?: Date; answeredAt: Date };

/**
 * The first part is there: the payment settles, then the rest flows. What became of the answer is in the ledger before
 * any money moves, so that a flow which breaks off afterwards is known as such.
 */
export async function letFlow(
  call: PaidCall,
  claimed: Claimed & { kind: "claimed" },
  ran: Ran & { kind: "flow" },
  times: Times,
): Promise<HttpAnswer> {
  const { contentType } = ran.flow;
  const flowing = flowStream(call, ran);
  try {
    await ledger(() => beginFlow(connection().sql, call.id, BigInt(call.terms.requirements.amount)));
    const answer = { status: 200, contentType, body: "" };
    const outcome = await settle(call, claimed, { ...times, answer });
    mark(call, "settle");
    if (outcome.state === "settled") return await record(call, { ...answer, body: flowing.toReader() }, outcome);
    // It may have been paid for: the payer finds all of it when the chain has told.
    if (outcome.state === "unknown") flowing.collect();
    else await giveUp(call, flowing.cancel);
    return await record(call, answer, outcome);
  } catch (error) {
    flowing.cancel();
    throw error;
  }
}

async function giveUp(call: PaidCall, cancel: () => void): Promise<void> {
  cancel();
  await dropFlow(connection().sql, call.id).catch((error: unknown) => log("warn", "ledger_behind", { payment: call.id, error }));
}
