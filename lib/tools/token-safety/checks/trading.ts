import { judgePower } from "./power";
import type { Rule } from "./rule";

export const trading: Rule = {
  id: "trading",
  title: "Nobody can switch trading",
  failing: "trading can be switched",
  severity: "medium",
  judge: (facts) => judgePower("trading", facts, "No function known to switch trading was found."),
};
