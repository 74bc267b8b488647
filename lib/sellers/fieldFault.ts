import { CoinslotError } from "@/lib/errors";

/** One field of a seller's own form is not taken; `reason` is stable, the words are for people. */
export function fieldFault(field: string, reason: string, message: string, hint?: string): CoinslotError {
  return new CoinslotError("invalid_input", message, { reason, fields: [{ field, message }], ...(hint ? { hint } : {}) });
}
