import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const sellPart: Rule = {
  id: "sell_part",
  title: "A part can be sold",
  failing: "a part of it can't be sold",
  severity: "critical",
  judge: (facts) => judgeTrial(facts, "sellHalf", "Selling half, one block after the purchase,"),
};
