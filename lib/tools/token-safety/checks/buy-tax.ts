import type { Rule } from "./rule";
import { judgeTax } from "./trial";

export const buyTax: Rule = {
  id: "buy_tax",
  title: "The tax on buying is low",
  failing: "buying is taxed",
  severity: "medium",
  judge: (facts) => judgeTax(facts, "buy", "Buying"),
};
