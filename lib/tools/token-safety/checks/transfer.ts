import type { Rule } from "./rule";
import { judgeTrial } from "./trial";

export const transfer: Rule = {
  id: "transfer",
  title: "Transfers arrive",
  failing: "transfers don't arrive",
  severity: "high",
  judge: (facts) => judgeTrial(facts, "transfer", "A transfer to a fresh wallet"),
};
