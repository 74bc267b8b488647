import type { Rule } from "./rule";
import { judgeTax } from "./trial";

export const sellTax: Rule = {
  id: "sell_tax",
  title: "The tax on selling is low",
  failing: "selling is taxed",
  severity: "medium",
  judge: (facts) => judgeTax(facts, "sale", "Selling"),
};
