import type { Refusal } from "./callTypes";

const ours = (code: string, message: string, hint: string): Refusal => ({ status: 0, code, reason: null, message, hint, again: true });

/** Ends that no server spoke of: you, your wallet or the line between. Nothing is ever charged by them. */
export const DECLINED = ours("declined", "You declined the signature.", "Nothing was sent. Pay again whenever you like.");
export const CANCELLED = ours("cancelled", "You cancelled before signing.", "Nothing was sent. Pay again whenever you like.");
export const UNREACHABLE = ours(
  "unreachable",
  "The market could not be reached.",
  "Check your connection and try again. Nothing was asked of your wallet.",
);
export const NEVER_ARRIVED = ours(
  "never_arrived",
  "Your request never reached the market.",
  "The signature has ended by itself. Nothing was charged.",
);

/** A wallet that did not sign: declined, or something of its own. */
export function signRefusal(error: Error): Refusal {
  if (/reject|denied|declin|cancel/i.test(`${error.name} ${error.message}`)) return DECLINED;
  return ours("wallet_error", error.message.split("\n")[0] ?? "The wallet did not sign.", "Nothing was sent and nothing was charged.");
}
