import { bytesToHex } from "viem";
import { revertReason } from "@/lib/chain/revertReason";
import type { Facts } from "../facts";
import type { Trial } from "../lab/trials";
import { type Finding, fails, passes, type Severity, unknown } from "./rule";

/** A tax line and how bad it is to be above it; the first that holds counts. */
export const TAX_LINES: readonly { above: number; severity: Severity }[] = [
  { above: 5_000, severity: "critical" },
  { above: 1_500, severity: "high" },
  { above: 800, severity: "medium" },
];

const LATER: readonly string[] = ["sell_1000", "sell_day", "sell_month", "sell_year"];

/** Passes when every one of these trials went through. */
export function judgeTrials(facts: Facts, ids: readonly string[], good: string): Finding {
  const { trials } = facts.examined;
  const found = ids.flatMap((id) => trials.filter((trial) => trial.id === id || trial.id.startsWith(`${id}_#`)));
  const tried = found.filter(({ moot }) => !moot);
  const refused = tried.filter(({ trade }) => !trade.ok);
  // What never works weighs more than what only has to wait.
  const bad = refused.find((trial) => !isWait(facts, trial)) ?? refused[0];
  if (bad) {
    const finding = fails(`${bad.what} ${bad.trade.reason === null ? "brought nothing" : "was refused"}.`, trace(bad));
    return isWait(facts, bad)
      ? {
          ...finding,
          severity: "medium",
          evidence: { ...finding.evidence, text: `${finding.evidence.text} Later it worked: a waiting time.` },
        }
      : finding;
  }
  if (tried.length === 0 || !facts.examined.trialsWhole) return unknown(whyNot(facts));
  return passes(good);
}

export function judgeTax(tax: number | null, what: string): Finding {
  if (tax === null) return unknown(`${what}: nothing went through, so there is nothing to measure.`);
  const text = `${what}: ${Number((tax / 100).toFixed(2))} % less arrived than was sent.`;
  const line = TAX_LINES.find(({ above }) => tax > above);
  return line ? { ...fails(text), severity: line.severity } : passes(text);
}

/** The highest tax of all sales that went through; null where none did. */
export function worstSaleTax({ examined }: Facts): number | null {
  const taxes = examined.trials
    .filter((trial) => isSale(trial) && trial.trade.ok)
    .flatMap(({ trade }) => (trade.taxBps === null ? [] : [trade.taxBps]));
  return taxes.length === 0 ? null : Math.max(...taxes);
}

export function isSale({ id, moot }: Trial): boolean {
  return !moot && id !== "send";
}

export function trace({ trade }: Trial): { trace?: string } {
  return trade.reason === null ? {} : { trace: `reverted: ${revertReason(bytesToHex(trade.reason))}` };
}

/** Refused at once, and the same thing went through later: a nuisance, no trap. */
function isWait({ examined: { trials, base } }: Facts, bad: Trial): boolean {
  const worked = (id: string) => trials.find((trial) => trial.id === id)?.trade.ok;
  if (LATER.includes(bad.id) || worked("sell_1") !== false) return false;
  if (!LATER.some((id) => worked(id)) || LATER.some((id) => worked(id) === false)) return false;
  if (bad.id === "send") return base.passed?.ok === true;
  return bad.id.startsWith("sell_friend") || bad.id === "sell_back" ? worked("sell_friend_late") === true : true;
}

export function whyNot({ examined, pools }: Facts): string {
  const { route, bought, given } = examined.base;
  if (!route) return pools.why ?? "No pool trades it.";
  if (!bought?.ok && !given) return "Nothing could be bought, so there was nothing to try it with.";
  return "It could not be tried to the end.";
}
