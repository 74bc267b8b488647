import { fails, passes, type Rule, unknown } from "./rule";

const ROLES = "0x2f2ff15d"; // grantRole(bytes32,address)

export const ownership: Rule = {
  id: "ownership",
  title: "Nobody owns it",
  failing: "it has an owner",
  severity: "low",
  judge: ({ owner, code }) => {
    const where = owner.address ? { address: owner.address } : {};
    if (owner.kind === "account" || owner.kind === "contract") {
      return fails(owner.kind === "account" ? "The owner is an account with a key." : "The owner is a contract.", where);
    }
    if (code.read && code.functions.some((fn) => fn.selector === ROLES)) {
      return unknown("Powers are given by roles, and who holds them was not read.", { selector: ROLES });
    }
    if (owner.kind === "renounced") return passes("The owner is an address without a key.", where);
    return owner.kind === "none" ? passes("No owner() in it.") : unknown("Who owns it could not be told.");
  },
};
