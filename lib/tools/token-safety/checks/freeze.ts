import { judgePower } from "./power";
import type { Rule } from "./rule";

export const freeze: Rule = {
  id: "freeze",
  title: "No holder can be frozen",
  failing: "single holders can be frozen",
  severity: "medium",
  judge: (facts) => judgePower("freeze", facts, "No function known to block a holder was found."),
};
