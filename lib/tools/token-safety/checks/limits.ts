import { judgePower } from "./power";
import type { Rule } from "./rule";

export const limits: Rule = {
  id: "limits",
  title: "Nobody can limit how much is traded",
  failing: "the size of trades can be limited",
  severity: "medium",
  judge: (facts) => judgePower("limits", facts, "No function known to limit trades was found."),
};
