import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const resale: Rule = {
  id: "resale",
  title: "Whoever is sent some can sell it",
  failing: "whoever is sent some can't sell it",
  severity: "high",
  judge: (facts) => judgeTrial(facts, "resale", "A sale by the wallet that it was sent to"),
};
