import { judgePower } from "./power";
import type { Rule } from "./rule";

export const mint: Rule = {
  id: "mint",
  title: "The supply can't grow",
  failing: "more of it can be made",
  severity: "medium",
  judge: (facts) => judgePower("mint", facts, "No function that makes new tokens was found."),
};
