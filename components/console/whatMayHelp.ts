import type { Refusal } from "./callTypes";

/** Next steps after a call without an answer: the server's own hint first, then what its code means for you. */
export function whatMayHelp(refusal: Refusal, slug: string, inputNames: readonly string[]): string[] {
  // Of what you did yourself there is nothing to explain.
  const hint = refusal.status === 0 ? null : refusal.hint;
  return [...new Set([hint, ...byCode(refusal, slug, inputNames)].filter((line): line is string => Boolean(line)))];
}

function byCode(refusal: Refusal, slug: string, inputNames: readonly string[]): string[] {
  switch (refusal.code) {
    case "declined":
    case "cancelled":
      return [
        "Pay again and confirm in your wallet. It asks for one signature, not for a transaction.",
        "Ask for the price first: that needs no wallet.",
      ];
    case "wallet_error":
      return ["Open your wallet and see if it is locked or asks for something, then pay again.", "Choose another wallet with Change."];
    case "unreachable":
      return ["Check your connection and try again. Nothing was asked of your wallet."];
    case "never_arrived":
      return ["Check your connection and pay again: the signature before has ended by itself."];
    case "insufficient_funds":
      return ["Fill the wallet up, or choose another one with Change."];
    case "tool_refused":
      return [
        ...(inputNames.includes("chain") || inputNames.includes("token")
          ? ["Is it on another chain? Choose the chain where it lives."]
          : []),
        "Check the input for a slip; the example fills in something that works.",
      ];
    case "tool_unavailable":
    case "chain_unavailable":
    case "ledger_unavailable":
      return [
        "Try again in a few seconds: something behind the market was away.",
        "Without an answer nothing is ever charged, so trying costs nothing.",
      ];
    case "tool_busy":
      return ["Wait a few seconds and try again: too many calls of this kind are under way. Nothing was charged."];
    case "tool_timeout":
      return [`Try again: ${slug} was slower than its time limit.`];
    case "tool_failed":
    case "internal_error":
      return ["Try again. If it stays, tell us the payment's id and the time."];
    default:
      return ["Try again with a fresh signature. The one before can move nothing any more once it has ended."];
  }
}
