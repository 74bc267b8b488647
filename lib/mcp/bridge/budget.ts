import { formatUsd } from "@/lib/money";
import type { BookState, Pending } from "./book";
import { Refusal } from "./refusal";

export type Limits = { maxPerCall: bigint; maxPerDay: bigint };

/** An authorization that nobody used is worthless so long after its end; clocks differ. */
const AFTER_END_SECONDS = 60;
const MOST_LAST = 100;
const MOST_DAYS = 31;

/** Days begin at midnight UTC, wherever the bridge runs. */
export const dayOf = (at: string | Date) => new Date(at).toISOString().slice(0, 10);

export function spentOn(state: BookState, day: string): { spent: bigint; held: bigint; calls: number } {
  const closed = state.days[day];
  const held = state.pending
    .filter(({ at }) => dayOf(at) === day)
    .reduce((sum, { authorization }) => sum + BigInt(authorization.value), 0n);
  return { spent: BigInt(closed?.spent ?? "0"), held, calls: closed?.calls ?? 0 };
}

export function checkCall(amount: bigint, { maxPerCall }: Limits): void {
  if (amount <= maxPerCall) return;
  throw new Refusal(
    "over_call_limit",
    `It costs ${formatUsd(amount)}, the limit is ${formatUsd(maxPerCall)}.`,
    `Whoever runs the bridge can raise it: --max-per-call ${formatUsd(amount).slice(1)}`,
  );
}

/** Sets the money aside before anything is signed. What is set aside counts as spent until it is known to be free. */
export function reserve(state: BookState, entry: Pending, limits: Limits): void {
  const amount = BigInt(entry.authorization.value);
  checkCall(amount, limits);
  const { spent, held } = spentOn(state, dayOf(entry.at));
  if (spent + held + amount > limits.maxPerDay) {
    const taken = held > 0n ? `${formatUsd(spent)} are spent and ${formatUsd(held)} set aside` : `${formatUsd(spent)} are spent`;
    throw new Refusal(
      "over_day_limit",
      `It costs ${formatUsd(amount)}; ${taken} of ${formatUsd(limits.maxPerDay)} a day.`,
      "Wait for the next day (UTC), or whoever runs the bridge can raise it with --max-per-day.",
    );
  }
  state.pending.push(entry);
}

/** The payment was made: it moves from what is set aside to what was spent, once. */
export function markSpent(state: BookState, nonce: string, facts: { payment: string | null; transaction: string | null }): Pending | null {
  const entry = state.pending.find(({ authorization }) => authorization.nonce === nonce);
  if (!entry) return null;
  drop(state, nonce);
  const day = dayOf(entry.at);
  const { spent, calls } = state.days[day] ?? { spent: "0", calls: 0 };
  const amount = entry.authorization.value;
  state.days[day] = { spent: (BigInt(spent) + BigInt(amount)).toString(), calls: calls + 1 };
  state.last = [...state.last, { at: entry.at, tool: entry.tool, amount, ...facts }].slice(-MOST_LAST);
  const kept = Object.keys(state.days).sort().slice(-MOST_DAYS);
  state.days = Object.fromEntries(kept.map((key) => [key, state.days[key] ?? { spent: "0", calls: 0 }]));
  return entry;
}

export function mark(state: BookState, nonce: string, as: Pending["state"]): void {
  for (const entry of state.pending) if (entry.authorization.nonce === nonce) entry.state = as;
}

export function drop(state: BookState, nonce: string): void {
  state.pending = state.pending.filter(({ authorization }) => authorization.nonce !== nonce);
}

/** Nobody can charge it any more. */
export function hasEnded({ authorization }: Pending, now = Date.now()): boolean {
  return Number(authorization.validBefore) + AFTER_END_SECONDS < now / 1000;
}
