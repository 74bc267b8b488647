import { isUnlimited } from "../isUnlimited";
import type { Risk } from "../schema";
import type { RiskRule } from "./riskRule";

export const approvals: RiskRule = ({ attempt, tx }) =>
  attempt.approvals
    .filter(({ before, after, owner }) => owner === tx.from && after !== null && after > (before ?? 0n))
    .flatMap(({ standard, token, spender, after }): Risk[] => {
      const { is, delegate } = attempt.standing(spender);
      const what = standard === "collection" ? `every item of ${token}` : standard === "erc721" ? `an item of ${token}` : token;
      const who = {
        account: "a plain account",
        nothing: "an address that was never used",
        delegated_account: `an account that acts by the code at ${delegate}`,
        contract: "",
      }[is];
      if (who)
        return [
          {
            id: "approval_to_account",
            severity: "high",
            text: `${spender}, ${who}, may take ${what} from then on: whoever has its key can.`,
          },
        ];
      if (standard === "collection")
        return [{ id: "approval_of_all_items", severity: "medium", text: `The contract ${spender} may take ${what} from then on.` }];
      if (isUnlimited(after))
        return [
          {
            id: "approval_unlimited",
            severity: "medium",
            text: `The contract ${spender} may take any amount of ${what} from then on, also of what comes in later.`,
          },
        ];
      return [];
    });
