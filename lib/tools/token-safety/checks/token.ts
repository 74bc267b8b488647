import { fails, passes, type Rule } from "./rule";

export const token: Rule = {
  id: "erc20",
  title: "It answers as a token",
  failing: "it does not answer as a token",
  severity: "critical",
  judge: ({ metadata: { totalSupply, balances, decimals } }) => {
    if (totalSupply === null || !balances) return fails("totalSupply() or balanceOf() has no readable answer.");
    return passes(
      decimals === null ? "Supply and balances can be read; decimals() has no answer." : "Supply, balances and decimals can be read.",
    );
  },
};
