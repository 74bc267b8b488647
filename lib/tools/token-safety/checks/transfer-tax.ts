import type { Rule } from "./rule";
import { judgeTax } from "./trial";

export const transferTax: Rule = {
  id: "transfer_tax",
  title: "The tax on transfers is low",
  failing: "transfers are taxed",
  severity: "medium",
  judge: (facts) => judgeTax(facts, "transfer", "A transfer"),
};
