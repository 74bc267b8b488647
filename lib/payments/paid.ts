import "server-only";
import { CoinslotError } from "@/lib/errors";
import { errorAnswer, type HttpAnswer } from "@/lib/http";
import { engine } from "@/lib/settlement/engine";
import type { Tool } from "@/lib/tools/define";
import { authorizationOf, mark, newCall, type PaidCall } from "./call";
import { type Challenge, challenge, paymentRequired } from "./challenge";
import { claim, decideCopy } from "./claim";
import { decode } from "./decode";
import { givenBefore } from "./givenBefore";
import { inFlight, track } from "./inflight";
import { emptyInputFault, type ReadInput, readInput } from "./input";
import { keepLarge } from "./keepLarge";
import { keepUsage } from "./keepUsage";
import { letFlow } from "./letFlow";
import { lockedTerms, offer } from "./priceLock";
import { ready } from "./ready";
import type { ReasonCode } from "./reasons";
import { record } from "./record";
import { release } from "./release";
import { closedAnswer, replay } from "./replay";
import { type RouteHandlers, routeHandlers } from "./route";
import { runTold } from "./runTold";
import { settle } from "./settle";
import type { RequestFacts } from "./types";
import { verify } from "./verify";

/** Seconds that settlement may need after the tool's own time. */
const SETTLE_SECONDS = 6;

/** A tool as a paid route: `export const { GET, POST, HEAD, OPTIONS } = paid(tool)`. */
export function paid(tool: Tool): RouteHandlers {
  return routeHandlers(tool, (facts) => pay(tool, facts));
}

/** The walk of one request: schema → challenge → decode → verify → claim → run → settle → record. */
export async function pay(tool: Tool, facts: RequestFacts): Promise<HttpAnswer> {
  try {
    const read = readInput(tool, facts);
    const decoded = decode(facts.headers);
    const before = () => givenBefore(tool, facts, read, decoded);
    const named = await nameTerms(tool, facts, read).catch((error: unknown) => orElse(before, error));
    if ("status" in named) return named;
    if (decoded.kind === "none") return await demand(named);
    if (decoded.kind === "refused") return await demand(named, decoded.reason);
    if (decoded.kind === "malformed")
      throw new CoinslotError("invalid_payment_header", decoded.message, {
        reason: "invalid_payload",
        hint: "Send base64 of the payment's JSON; nothing was charged.",
      });
    if (read.kind === "empty") throw emptyInputFault(tool);

    const terms = await lockedTerms(named, decoded.payment);
    const call = newCall(terms, facts, decoded.payment, read.value);
    const verified = await verify(call.payment, terms.requirements, secondsNeeded(tool), facts.receivedAt);
    if (!verified.ok) return (await before()) ?? (await demand(named, verified.reason));
    return await once(call, verified.byKey);
  } catch (error) {
    // Of an answer that broke off the money has moved: there it would be a lie.
    return errorAnswer(error, CoinslotError.is(error) && error.code === "answer_broken" ? {} : { charged: false });
  }
}

/** The terms of this request, from a tool that can serve it. */
async function nameTerms(tool: Tool, facts: RequestFacts, read: ReadInput): Promise<Challenge> {
  ready(tool, read);
  return challenge(tool, facts, read);
}

async function orElse(before: () => Promise<HttpAnswer | null>, error: unknown): Promise<HttpAnswer> {
  const given = await before();
  if (given) return given;
  throw error;
}

/** 402, and the promise that these terms can be paid for a while. */
async function demand(terms: Challenge, reason?: ReasonCode): Promise<HttpAnswer> {
  await offer(terms);
  return paymentRequired(terms, reason);
}

/** Of the copies in this process one goes on; the others wait for it here, and then find what it left in the ledger. */
async function once(call: PaidCall, byKey: boolean): Promise<HttpAnswer> {
  const authorization = authorizationOf(call);
  for (let first = inFlight(authorization); first; first = inFlight(authorization)) {
    if (first.fingerprint !== call.fingerprint) decideCopy(call, { ...first, state: "running" });
    await first.done;
    // Whatever became of it is theirs too; one that was refused before it was claimed has left nothing.
    const left = await closedAnswer(call, first.id);
    if (left) return left;
  }
  const { from: payer, value: amount } = call.payment.authorization;
  return track({ authorization, id: call.id, fingerprint: call.fingerprint, payer, amount }, () => claimRunSettle(call, byKey));
}

async function claimRunSettle(call: PaidCall, byKey: boolean): Promise<HttpAnswer> {
  const claimed = await claim(call, byKey);
  mark(call, "verify");
  if (claimed.kind === "refused") return demand(call.terms, claimed.reason);
  if (claimed.kind === "copy") return replay(call, claimed.id);
  // From here on the claim is ours: whatever goes wrong before settlement gives the authorization back.
  const { leases } = engine();
  leases.hold(call.id);
  try {
    const { ran, ...times } = await runTold(call);
    mark(call, "run");
    if (ran.kind === "no_answer") return await release(call, ran.error);
    if (ran.kind === "flow") return await letFlow(call, claimed, ran, times);
    const answer = await keepLarge(call, ran.answer);
    const used = await keepUsage(call, ran.used);
    const outcome = await settle(call, claimed, { ...times, answer });
    mark(call, "settle");
    return await record(call, { ...ran.answer, used }, outcome);
  } catch (error) {
    // The ledger may have taken the answer although it did not say so.
    const known = CoinslotError.is(error) ? error : new CoinslotError("internal_error", undefined, { cause: error });
    return release(call, known, ["claimed", "running", "answered", "queued"]);
  } finally {
    leases.letGo(call.id);
  }
}

function secondsNeeded(tool: Tool): number {
  return Math.ceil(tool.definition.timeoutMs / 1000) + SETTLE_SECONDS;
}
