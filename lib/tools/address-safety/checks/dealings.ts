import type { Rule } from "./rule";

const FEW = 3;
const MANY = 10;

export const approvedByMany: Rule = {
  id: "approved_by_many",
  title: "It is no plain account that many let take their tokens",
  severity: "high",
  failing: "many people have let this plain account take their tokens",
  find: ({ look, approvals: { byOthers, complete } }) => {
    if (look.kind !== "account" && look.kind !== "nothing" && look.kind !== "delegated_account") {
      return { status: "not_applicable", text: "It is a contract: those are approved by many as a rule." };
    }
    if (byOthers === null) return { status: "unknown", text: "Our node gave no logs of approvals." };
    const count = byOthers.length;
    const text = `${count} other ${count === 1 ? "address" : "addresses"} approved it${complete ? "" : " in the blocks that were read"}.`;
    if (count >= FEW) return { status: "fail", text, severity: count >= MANY ? "high" : "medium" };
    return complete ? { status: "pass", text } : { status: "unknown", text: `${text} Older blocks could not all be read.` };
  },
};

export const lookAlike: Rule = {
  id: "look_alike",
  title: "It does not imitate an address that you deal with",
  severity: "critical",
  failing: "it has the same beginning and end as another address that was dealt with",
  find: ({ lookAlike: found }) => {
    if (!found) return { status: "not_applicable", text: "No address was given to compare with." };
    const { like, compared, complete } = found;
    if (like) return { status: "fail", text: `It begins and ends like ${like}, and is another.`, address: like };
    const text = `It looks like none of ${compared} addresses.`;
    return complete ? { status: "pass", text } : { status: "unknown", text: `${text} Older dealings could not all be read.` };
  },
};

export const delegated: Rule = {
  id: "acts_by_code",
  title: "It is not an account that acts by a contract's code",
  severity: "low",
  failing: "it is an account that acts by a contract's code",
  find: ({ look }) => {
    if (look.kind !== "delegated_account")
      return {
        status: look.code === "0x" ? "pass" : "not_applicable",
        text: look.code === "0x" ? "It has handed itself over to no code." : "It is a contract.",
      };
    const to = look.proxy.implementation;
    return {
      status: "fail",
      text: `Whoever has its key can do anything, and the code at ${to} acts for it (EIP-7702).`,
      ...(to ? { address: to } : {}),
    };
  },
};

const WEEK = 7n * 86_400n;

export function young(now: bigint): Rule {
  return {
    id: "young",
    title: "Its code is older than a week",
    severity: "low",
    failing: "its code is less than a week old",
    find: ({ creation, look }) => {
      if (look.codes.length === 0 || look.kind === "delegated_account") return { status: "not_applicable", text: "It is no contract." };
      if (!creation?.timestamp) return { status: "unknown", text: creation?.why ?? "When it was made could not be found." };
      const age = now - creation.timestamp;
      return { status: age < WEEK ? "fail" : "pass", text: `It was made ${age / 86_400n} days ago.` };
    },
  };
}
