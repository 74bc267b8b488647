import { fails, passes, type Rule } from "./rule";

export const account: Rule = {
  id: "contract",
  title: "It is a contract, not a person's account",
  failing: "it is a person's account that borrows its code",
  severity: "critical",
  judge: ({ proxy: { kind, implementation } }) => {
    if (kind !== "eip7702") return passes("The address holds its own code.");
    return fails("An account with delegated code (EIP-7702): whoever has its key can give it other code at any time.", {
      ...(implementation ? { address: implementation } : {}),
    });
  },
};
