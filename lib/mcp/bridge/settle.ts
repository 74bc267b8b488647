import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { paymentNetwork } from "@/lib/chains";
import { formatUsd } from "@/lib/money";
import { PAYMENT_KEYS } from "../keys";
import { failed } from "../results";
import type { Pending } from "./book";
import { dayOf, drop, mark, markSpent, spentOn } from "./budget";
import { outcomeOf, requirementsOf } from "./outcome";
import type { Payer } from "./payer";
import { Refusal } from "./refusal";
import { resolve } from "./resolve";
import { signPayment } from "./sign";

/** How long an unknown outcome is asked after, and how often. */
const ASK_MS = 45_000;
const EVERY_MS = 1_000;
/** So often the same payment goes out while nothing comes back and the market knows of none. */
const SENDS = 3;

/** Sends the payment. Null: it was not charged, and there is nothing more to say. */
export async function send(payer: Payer, entry: Pending, args: Record<string, unknown>): Promise<CallToolResult | null> {
  const { account, remote, network } = payer;
  const payment = await signPayment(account, { network: paymentNetwork(network) }, entry.authorization);
  for (let sends = 1; sends <= SENDS; sends++) {
    // Sent twice it is still one payment: the market knows it to be the same.
    const result = await remote.call(entry.tool, args, { [PAYMENT_KEYS[0]]: payment }).catch(() => null);
    const outcome = result && outcomeOf(result);
    if (outcome?.kind === "paid") {
      await close(payer, entry, outcome);
      return result;
    }
    if (outcome?.kind === "refused") return refusedBy(payer, entry, result as CallToolResult);
    const known = await finish(payer, entry);
    if (known !== "never_came") return known === "not_charged" ? null : known;
  }
  throw unknown();
}

async function refusedBy({ book, say }: Payer, entry: Pending, result: CallToolResult): Promise<CallToolResult> {
  const wantsAnother = requirementsOf(result) !== null;
  await book.update((state) => mark(state, entry.authorization.nonce, wantsAnother ? "over" : "again"));
  say(`not charged: ${entry.tool}, ${String(result.structuredContent?.error)}`);
  return wantsAnother ? notCharged(result) : result;
}

/** Asks what became of it until that is known, or for as long as an agent may wait. */
export async function finish(payer: Payer, entry: Pending): Promise<CallToolResult | "not_charged" | "never_came"> {
  const { account, book, remote } = payer;
  const { nonce } = entry.authorization;
  for (const deadline = Date.now() + ASK_MS; ; await wait(EVERY_MS)) {
    const known = await resolve(remote, account, entry).catch(() => ({ kind: "open" as const }));
    if (known.kind === "paid") {
      await close(payer, entry, known);
      return (
        known.result ?? failed({ error: "answer_expired", message: "It was paid for, and its answer is no longer kept.", charged: true })
      );
    }
    if (known.kind === "never_came") return "never_came";
    if (known.kind !== "open") {
      await book.update((state) => (known.kind === "free" ? drop(state, nonce) : mark(state, nonce, "again")));
      return "not_charged";
    }
    if (Date.now() > deadline) throw unknown();
  }
}

function unknown(): Refusal {
  const hint = "Make the same call again later: the same payment is used, never a second one.";
  return new Refusal("outcome_unknown", "The market has not told yet.", hint);
}

/** Writes down that it was paid, and says so. */
export async function close(payer: Payer, entry: Pending, facts: { payment: string | null; transaction: string | null }): Promise<void> {
  const { payment, transaction } = facts;
  const { authorization, tool, at } = entry;
  const today = await payer.book.update((state) => {
    const first = markSpent(state, authorization.nonce, { payment, transaction });
    return first ? spentOn(state, dayOf(at)).spent : null;
  });
  if (today === null) return;
  const price = formatUsd(BigInt(authorization.value));
  const limit = formatUsd(payer.options.maxPerDay);
  payer.say(
    `paid ${price} for ${tool}: ${payment ?? "no id"}, transaction ${transaction ?? "unknown"}; ${formatUsd(today)} of ${limit} today`,
  );
}

export function notCharged(result?: CallToolResult): CallToolResult {
  const { error, message } = result?.structuredContent ?? {};
  const refusal = typeof error === "string" ? [`The market refused the payment: ${error}.`] : [];
  const words = [...refusal, ...(typeof message === "string" ? [message] : []), "Nothing was charged."];
  return failed({ error: "not_charged", message: words.join(" "), hint: "Make the call again.", charged: false });
}
