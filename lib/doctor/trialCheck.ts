import type { Check } from "./check";
import { fail, pass, skipped, termsOf, unknown, warn } from "./finding";
import { readV2 } from "./readTerms";
import type { Finding } from "./report";
import type { Facts, Trial, TrialKind } from "./types";

/** A check of one kind of payment that must be refused, in every version that is offered. */
export function trialCheck(kind: TrialKind, words: { id: string; title: string; mend: string }): Check {
  return { id: words.id, title: words.title, run: (facts) => judge(facts, kind, words.mend) };
}

function judge(facts: Facts, kind: TrialKind, mend: string): Finding {
  const terms = termsOf(facts);
  if ("wait" in terms) return terms.wait;
  const trials = facts.trials.filter((trial) => trial.kind === kind);
  if (trials.length === 0) return skipped("No entry could be signed: it needs exact on an EVM chain, with all its fields.");
  const evidence = trials.map(line).join("\n\n");
  const by = (test: (status: number) => boolean) => trials.find(({ answer }) => answer.ok && test(answer.status));
  const taken = by((status) => status < 300);
  if (taken) return fail(`Version ${taken.x402Version}: it was answered with ${statusOf(taken)}.`, mend, { evidence });
  const broken = by((status) => status >= 500);
  if (broken) {
    const words = "Answer 402 with fresh terms, or 400 for what can't be read. A server error makes payers send it again.";
    return fail(`Version ${broken.x402Version}: the server broke with ${statusOf(broken)}.`, words, { evidence });
  }
  const slowed = by((status) => status === 429);
  if (slowed) return unknown("The server took no more requests (429); try again later.", { evidence });
  const moved = by((status) => status < 400);
  if (moved) return warn(`Version ${moved.x402Version}: it redirects (${statusOf(moved)}).`, "Refuse it with 402.", { evidence });
  const silent = trials.find(({ answer }) => !answer.ok);
  if (silent) return unknown(silent.answer.ok ? "" : silent.answer.message, { evidence });
  const statuses = [...new Set(trials.map(statusOf))];
  return pass(`Refused with ${statuses.join(" and ")}.`, { evidence, side: statuses.join(" ") });
}

function statusOf({ answer }: Trial): string {
  return answer.ok ? String(answer.status) : "no answer";
}

function line({ header, sent, answer }: Trial): string {
  if (!answer.ok) return `${header}: ${sent}\n→ ${answer.message}`;
  // Version 2 tells the reason in the header of the terms, and may leave the body empty.
  const v2 = readV2(answer.headers["payment-required"]);
  const reason =
    v2.kind === "terms" && typeof v2.terms.decoded.error === "string" ? `error: ${v2.terms.decoded.error.slice(0, 200)}\n` : "";
  return `${header}: ${sent}\n→ ${answer.status} ${reason}${answer.body.slice(0, 300)}`;
}
