import { judgePower } from "./power";
import type { Rule } from "./rule";

export const fees: Rule = {
  id: "fees",
  title: "Nobody can change the tax",
  failing: "the tax can be changed",
  severity: "medium",
  judge: (facts) => judgePower("fees", facts, "No function known to set a tax was found."),
};
