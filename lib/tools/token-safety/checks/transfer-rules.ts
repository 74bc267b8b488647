import { judgePower } from "./power";
import type { Rule } from "./rule";

export const transferRules: Rule = {
  id: "transfer_rules",
  title: "Nobody can change what transfers look at",
  failing: "what transfers look at can be changed",
  severity: "medium",
  judge: (facts) => judgePower("rules", facts, "No unnamed function writes what a transfer reads."),
};
