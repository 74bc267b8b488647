import type { TxPreflightAnswer } from "./schema";

/** A sentence or two for a person in a hurry. Only our own words: nothing that a contract says gets in. */
export function summarise({ outcome, kind, risks, approvals, tokens, ether, from }: Omit<TxPreflightAnswer, "summary">): string {
  if (outcome === "unknown") return `Whether it would go through could not be told.${worst(risks)}`;
  if (outcome === "reverts") return "It would revert: nothing changes but the fee that is paid for trying.";
  const mine = tokens.filter(({ address }) => address === from);
  const out = mine.filter(({ change }) => change?.startsWith("-")).length;
  const parts = [
    etherWords(ether.find(({ address }) => address === from)?.change),
    out > 0 ? `${counted(out, "token")} less at the sender` : null,
    mine.length > out ? `${counted(mine.length - out, "token")} more` : null,
    approvals.length > 0 ? `${counted(approvals.length, "approval")} changed` : null,
  ].filter(Boolean);
  const what = {
    deployment: "The contract would be deployed",
    transfer: "It would go through",
    call: "It would go through",
    signature: "",
  }[kind];
  return `${what}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.${worst(risks)}`;
}

function worst(risks: TxPreflightAnswer["risks"]): string {
  const [first] = risks;
  if (!first || first.severity === "info") return " No known mark of danger was found.";
  return first.severity === "low" ? "" : ` ${first.text}`;
}

function etherWords(change: string | undefined): string | null {
  if (change === undefined) return null;
  return change.startsWith("-") ? "ether leaves the sender" : "ether comes to the sender";
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
