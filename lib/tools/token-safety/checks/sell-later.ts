import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const sellLater: Rule = {
  id: "sell_later",
  title: "Sells go through an hour later",
  failing: "it can't be sold an hour later",
  severity: "critical",
  judge: (facts) => judgeTrial(facts, "sellLater", "Selling everything an hour after the purchase"),
};
