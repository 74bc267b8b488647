import { judgePower } from "./power";
import type { Rule } from "./rule";

export const seize: Rule = {
  id: "seize",
  title: "Nobody can write other people's balances",
  failing: "other people's balances can be written",
  severity: "medium",
  judge: (facts) => judgePower("seize", facts, "Nothing but transfers, allowances and supply writes balances."),
};
