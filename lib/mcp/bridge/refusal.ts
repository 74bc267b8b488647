import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { failed } from "../results";

/** Why the bridge did not pay. Nothing was signed, unless the code is `outcome_unknown`. */
export const REFUSALS = {
  over_call_limit: "The call costs more than one call may.",
  over_day_limit: "The call costs more than what is left for today.",
  tool_not_allowed: "This tool may not be paid for here.",
  terms_refused: "The market asks for something else than expected.",
  no_key: "There is no key to pay with.",
  book_unusable: "The day's spending can't be read or written, so nothing is paid.",
  market_unreachable: "The market can't be reached.",
  not_charged: "The call had no answer. Nothing was charged.",
  outcome_unknown: "The call may have been paid. It is not paid again.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly hint: string;

  constructor(code: RefusalCode, message: string, hint: string) {
    super(`${REFUSALS[code]} ${message}`.trim());
    this.code = code;
    this.hint = hint;
  }
}

/** A refusal as the agent reads it. */
export function refused({ code, message, hint }: Refusal): CallToolResult {
  const charged = code === "outcome_unknown" ? {} : { charged: false };
  return failed({ error: code, message, hint, ...charged });
}
