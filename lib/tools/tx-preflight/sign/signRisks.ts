import { isUnlimited } from "../isUnlimited";
import type { Risk } from "../schema";
import type { Allowed, Read } from "./allowed";

export type Standing = "account" | "delegated_account" | "nothing" | "contract";
export type SignFacts = { read: Read; standing: (address: string) => Standing; now: bigint };

const ORDER: readonly Risk["severity"][] = ["high", "medium", "low", "info"];
const MONTH = 30n * 86_400n;

/** What about a signature is a risk, the worst first. */
export function signRisks(facts: SignFacts): Risk[] {
  const { read, standing } = facts;
  const found: Risk[] = [];
  if (read.allowed === null) {
    found.push({
      id: "unknown_message",
      severity: "high",
      text: "We don't know what this kind of message allows: whoever asked for it may use it for whatever the contract makes of it.",
    });
  }
  if (read.contract === null) {
    found.push({
      id: "no_contract_named",
      severity: "medium",
      text: "It names no contract that it is for, so that several might take it.",
    });
  } else if (standing(read.contract) !== "contract") {
    found.push({
      id: "no_contract",
      severity: "high",
      text: `There is no contract at ${read.contract}, for which it is meant, on this chain.`,
    });
  }
  if (read.chainId === null)
    found.push({ id: "no_chain_named", severity: "medium", text: "It names no chain, so that it may be used on several." });
  found.push(...distinct((read.allowed ?? []).flatMap((one) => risksOfOne(one, facts))));
  return found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function risksOfOne({ does, spender, amount, expires, token }: Allowed, { standing, now }: SignFacts): Risk[] {
  const risks: Risk[] = [];
  const end = expires ?? null;
  if (does === "order") {
    risks.push({
      id: "order",
      severity: "medium",
      text: "It is an order: whoever fills it gets what is offered, for what it asks. Look at both sides.",
    });
  }
  if (does === "approve" && spender && standing(spender) !== "contract" && amount !== 0n) {
    risks.push({
      id: "approval_to_account",
      severity: "high",
      text: `${spender}, which is no contract, may take ${token ?? "the token"}: whoever has its key can.`,
    });
  }
  if (does !== "order" && isUnlimited(amount)) {
    risks.push({
      id: "approval_unlimited",
      severity: "medium",
      text: `There is no limit to how much of ${token ?? "the token"} may be taken.`,
    });
  }
  if (does === "approve" && amount !== 0n && (end === null || end > now + MONTH)) {
    risks.push({
      id: "lasting",
      severity: "low",
      text: end === null ? "The approval has no end." : "The approval stands for more than 30 days.",
    });
  }
  if (end !== null && end < now) risks.push({ id: "run_out", severity: "info", text: "Its time is over: nobody can use it any more." });
  return risks;
}

function distinct(risks: readonly Risk[]): Risk[] {
  return [...new Map(risks.map((risk) => [risk.id + risk.text, risk])).values()];
}
