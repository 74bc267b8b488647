import { RULES } from "../checks/rules";
import type { Verdict } from "../verdict";
import type { Check } from "./shape";

const WORST_FIRST = ["critical", "high", "medium", "low", "info"];
const MOST = 3;
const WAITING = new Set(["sell", "sell_later", "sell_part", "transfer", "resale"]);

/** One or two sentences for a person in a hurry. Only our own words: nothing that the token says gets in. */
export function summarise(verdict: Verdict, checks: readonly Check[]): string {
  const faults = phrases(checks);
  switch (verdict) {
    case "avoid":
      return `Stay away: ${faults}.`;
    case "caution":
      return faults === ""
        ? "It can be bought and sold, but not everything could be checked."
        : `It can be bought and sold, but ${faults}.`;
    case "ok":
      return "Bought and sold in simulation without trouble, and no power over holders was found.";
    case "unknown":
      return faults === "" ? "What decides could not be tried." : `What decides could not be tried. What is known: ${faults}.`;
  }
}

function phrases(checks: readonly Check[]): string {
  const failed = checks
    .filter((check) => check.status === "fail")
    .sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity))
    .map(phrase)
    .filter((words, i, all) => words !== "" && all.indexOf(words) === i);
  return failed.length > MOST ? `${failed.slice(0, MOST).join(", ")}, and ${failed.length - MOST} more` : failed.join(", ");
}

/** A refused sale that is no more than medium is one that only has to wait. */
function phrase({ id, severity }: Check): string {
  if (WAITING.has(id) && severity === "medium") return "it can be sold only some time after the purchase";
  return RULES.find((rule) => rule.id === id)?.failing ?? "";
}
