import type { Facts, TradeFacts, Trial } from "../facts";
import { taxBps } from "../tax";
import { type Finding, fails, passes, type Severity, unknown } from "./rule";

type Tried = Extract<TradeFacts, { tried: true }>;
type TrialName = "buy" | "sellAll" | "sellHalf" | "sellRest" | "sellLater" | "transfer" | "resale";

/** A tax line and how bad it is to be above it; the first that holds counts. */
const LINES: readonly { above: number; severity: Severity }[] = [
  { above: 5_000, severity: "critical" },
  { above: 1_500, severity: "high" },
  { above: 500, severity: "medium" },
];

/** Passes when the thing tried went through and something arrived. */
export function judgeTrial({ trade }: Facts, name: TrialName, what: string): Finding {
  if (!trade.tried) return unknown(trade.why);
  const trial = trade[name];
  if (!trial) return unknown(whyNot(trade, name));
  if (!trial.ok) return reverted(trade, name, what, trial);
  if (trial.received === null) return unknown(`${what} went through, but what arrived could not be read.`);
  return trial.received === 0n ? fails(`${what} went through, and nothing arrived.`) : passes(`${what} went through.`);
}

export function judgeTax({ trade }: Facts, name: "buy" | "sale" | "transfer", what: string): Finding {
  if (!trade.tried) return unknown(trade.why);
  const trial = name === "sale" ? saleOf(trade) : trade[name];
  const bps = taxOf(trial);
  if (bps === null) {
    return unknown(
      trial?.ok === false
        ? `${what} did not go through, so there is nothing to measure.`
        : whyNot(trade, name === "sale" ? "sellAll" : name),
    );
  }
  const text = `${(bps / 100).toFixed(2)} % less than promised arrived.`;
  const line = LINES.find(({ above }) => bps > above);
  return line ? { ...fails(text), severity: line.severity } : passes(text);
}

/** The sale that speaks for all: everything at once, or an hour later where there is a waiting time. */
export function saleOf({ sellAll, sellLater }: Tried): Trial | null {
  return sellAll?.ok === false && sellLater?.ok ? sellLater : sellAll;
}

/** The tax of a trial that went through, in basis points. */
export function taxOf(trial: Trial | null): number | null {
  if (!trial?.ok || trial.expected === null || trial.received === null) return null;
  return taxBps(trial.expected, trial.received);
}

function reverted(trade: Tried, name: TrialName, what: string, { reason }: Trial): Finding {
  const trace = `reverted: ${reason ?? "no reason given"}`;
  if (name === "buy") return fails(`${what} was refused.`, { trace });
  // Many honest tokens refuse to be sold in the block of the purchase.
  if (!trade.spansBlocks) return unknown(`${what} failed in the purchase's own block; our node can't try a later one.`, { trace });
  if (!isCooldown(trade, name)) return fails(`${what} was refused.`, { trace });
  return { ...fails(`${what} was refused, and an hour later everything could be sold: a waiting time.`, { trace }), severity: "medium" };
}

/** Refused at once, sold in full an hour later: a nuisance, no trap. */
function isCooldown({ sellAll, sellLater }: Tried, name: TrialName): boolean {
  const early = name === "sellAll" || name === "sellHalf" || name === "transfer";
  return early && sellAll?.ok === false && sellLater?.ok === true;
}

function whyNot(trade: Tried, name: TrialName): string {
  if (!trade.buy.ok) return "Nothing could be bought, so there was nothing to try it with.";
  if (trade.buy.received === 0n) return "The purchase brought nothing, so there was nothing to try it with.";
  if (!trade.spansBlocks && name !== "buy") return "Our node of this chain can't play over several blocks or several people.";
  if (name === "resale" && trade.transfer?.ok === false) return "No transfer arrived, so there was nothing to sell for whoever got it.";
  return "Too little was bought to try it with.";
}
