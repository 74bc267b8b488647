import type { Truth } from "../lab/truth";
import { powerText, powerWhere } from "./powerText";
import { fails, passes, type Rule, unknown } from "./rule";

const truth = (id: keyof Truth, title: string, failing: string, severity: Rule["severity"]): Rule => ({
  id,
  group: "truth",
  title,
  failing,
  severity,
  judge: (facts) => {
    const { ok, text } = facts.examined.truth[id];
    const liar = id === "events" ? facts.examined.powers.find((power) => power.harm === "events") : undefined;
    if (liar) return fails(powerText(facts, liar), powerWhere(liar));
    return ok === null ? unknown(text) : ok ? passes(text) : fails(text);
  },
});

/** What the token says of itself, held against what is. */
export const TRUTH_RULES: readonly Rule[] = [
  truth("balances", "Balances are what was sent", "its balances are not true", "critical"),
  truth("supply", "The supply covers the balances", "its supply is not true", "high"),
  truth("decimals", "It says how many decimals it has, always the same", "its decimals are not true", "high"),
  truth("events", "What it logs is what happens", "it logs transfers that do not happen", "high"),
  {
    id: "erc20",
    group: "truth",
    title: "It answers as a token",
    failing: "it does not answer as a token",
    severity: "critical",
    judge: ({ metadata: { totalSupply, balances, decimals } }) => {
      if (totalSupply === null || !balances) return fails("totalSupply() or balanceOf() has no readable answer.");
      return passes(
        decimals === null ? "Supply and balances can be read; decimals() has no answer." : "Supply, balances and decimals can be read.",
      );
    },
  },
  {
    id: "metadata",
    group: "truth",
    title: "Its name and symbol are plain text",
    failing: "its name or symbol is not plain text",
    severity: "low",
    judge: ({ metadata: { name, symbol } }) => {
      const odd = [name.plain ? null : "name", symbol.plain ? null : "symbol"].filter((field) => field !== null);
      if (odd.length === 0) return passes("Both could be shown as they are.");
      return fails(`Missing, unreadable, overlong or with invisible characters: ${odd.join(" and ")}. What is shown was cleaned.`);
    },
  },
];
