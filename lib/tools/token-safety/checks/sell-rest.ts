import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const sellRest: Rule = {
  id: "sell_rest",
  title: "The rest can be sold later",
  failing: "the rest can't be sold later",
  severity: "critical",
  judge: (facts) => judgeTrial(facts, "sellRest", "Selling the other half an hour later"),
};
