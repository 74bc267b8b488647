import "server-only";
import { CoinslotError } from "@/lib/errors";
import { errorAnswer, type HttpAnswer } from "@/lib/http";
import type { Tool } from "@/lib/tools/define";
import { mark, newCall, type PaidCall } from "./call";
import { challenge, paymentRequired } from "./challenge";
import { claim } from "./claim";
import { decode } from "./decode";
import { track } from "./inflight";
import { emptyInputFault, readInput } from "./input";
import { ready } from "./ready";
import { record, release } from "./record";
import { replay } from "./replay";
import { type RouteHandlers, routeHandlers } from "./route";
import { run } from "./run";
import { settle } from "./settle";
import type { RequestFacts } from "./types";
import { verify } from "./verify";

/** Seconds that settlement may need after the tool's own time. */
const SETTLE_SECONDS = 6;

/** A tool as a paid route: `export const { GET, POST, HEAD, OPTIONS } = paid(tool)`. */
export function paid(tool: Tool): RouteHandlers {
  return routeHandlers((facts) => pay(tool, facts));
}

/** The walk of one request: schema → challenge → decode → verify → claim → run → settle → record. */
export async function pay(tool: Tool, facts: RequestFacts): Promise<HttpAnswer> {
  try {
    const read = readInput(tool, facts);
    if (read.kind === "input") ready(tool, read.value);
    const terms = challenge(tool, facts);
    const decoded = decode(facts.headers);
    if (decoded.kind === "none") return paymentRequired(terms);
    if (decoded.kind === "refused") return paymentRequired(terms, decoded.reason);
    if (decoded.kind === "malformed")
      throw new CoinslotError("invalid_payment_header", decoded.message, {
        reason: "invalid_payload",
        hint: "Send base64 of the payment's JSON; nothing was charged.",
      });
    if (read.kind === "empty") throw emptyInputFault(tool);

    const call = newCall(terms, facts, decoded.payment, read.value);
    const verified = await verify(call.payment, terms.requirements, secondsNeeded(tool), facts.receivedAt);
    if (!verified.ok) return paymentRequired(terms, verified.reason);
    const claimed = await claim(call);
    mark(call, "verify");
    if (claimed.kind === "refused") return paymentRequired(terms, claimed.reason);
    if (claimed.kind === "copy") return await replay(call, claimed.id);
    return await track(call.id, runAndSettle(call));
  } catch (error) {
    return errorAnswer(error, { charged: false });
  }
}

/** From here on the claim is ours: whatever goes wrong before settlement gives the authorization back. */
async function runAndSettle(call: PaidCall): Promise<HttpAnswer> {
  try {
    const ran = await run(call.terms.tool, call.input);
    mark(call, "run");
    if (ran.kind === "no_answer") return await release(call, ran.error);
    const outcome = await settle(call, ran.body);
    mark(call, "settle");
    return await record(call, ran.body, outcome);
  } catch (error) {
    // The ledger may have taken the answer although it did not say so.
    const known = CoinslotError.is(error) ? error : new CoinslotError("internal_error", undefined, { cause: error });
    return release(call, known, ["claimed", "answered"]);
  }
}

function secondsNeeded(tool: Tool): number {
  return Math.ceil(tool.definition.timeoutMs / 1000) + SETTLE_SECONDS;
}
