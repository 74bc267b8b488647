import type { Facts } from "../facts";
import type { Risk } from "../schema";
import { approvals } from "./approvals";
import { etherPassedOn, lyingToken, nothingToCall, tokensToNowhere, unusedRecipient } from "./assets";
import type { RiskRule } from "./riskRule";
import { borrowedCode, codeCanChange, comesOutOtherwise, fee, handOvers, nonce } from "./surroundings";

const ORDER: readonly Risk["severity"][] = ["high", "medium", "low", "info"];

const RULES: readonly RiskRule[] = [
  handOvers,
  approvals,
  etherPassedOn,
  tokensToNowhere,
  nothingToCall,
  nonce,
  lyingToken,
  comesOutOtherwise,
  codeCanChange,
  unusedRecipient,
  fee,
  borrowedCode,
];

/** Everything about the transaction that somebody should know before signing, the worst first. */
export function risksOf(facts: Facts): Risk[] {
  const found = RULES.flatMap((rule) => rule(facts));
  return found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
