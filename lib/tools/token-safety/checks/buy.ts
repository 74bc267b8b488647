import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const buy: Rule = {
  id: "buy",
  title: "Buys go through",
  failing: "it can't be bought",
  severity: "high",
  judge: (facts) => judgeTrial(facts, "buy", "Buying"),
};
