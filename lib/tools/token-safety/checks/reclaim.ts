import { judgePower } from "./power";
import { type Rule, unknown } from "./rule";

export const reclaim: Rule = {
  id: "reclaim",
  title: "Ownership can't be taken back",
  failing: "ownership can be taken back",
  severity: "medium",
  judge: (facts) => {
    const finding = judgePower("reclaim", facts, "No function known to take ownership back was found.");
    // Behind an owner who is gone such a function is the very danger, and no comfort.
    const present = facts.powers.some((power) => power.kind === "reclaim");
    return present && facts.owner.kind === "renounced"
      ? unknown(
          "There is no owner, but the code has a function known to bring one back.",
          finding.evidence.selector ? { selector: finding.evidence.selector } : {},
        )
      : finding;
  },
};
