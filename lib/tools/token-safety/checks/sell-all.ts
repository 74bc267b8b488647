import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const sellAll: Rule = {
  id: "sell",
  title: "Sells go through",
  failing: "it can't be sold",
  severity: "critical",
  judge: (facts) => judgeTrial(facts, "sellAll", "Selling everything, one block after the purchase,"),
};
