import type { ErrorCode } from "@/lib/errors";

/** What to do about each error. A code without advice does not compile. */
export const ERROR_ADVICE: Record<ErrorCode, string> = {
  invalid_input: "Read fields in the body: each names what is wrong with it. You are told before any money is asked for.",
  invalid_json: "Send one JSON object, with content-type application/json.",
  invalid_payment_header: "Send base64 of the payment's JSON in PAYMENT-SIGNATURE or X-PAYMENT, and one payment only.",
  body_too_large: "Send less. The limits page says how much is read.",
  unsupported_media_type: "Send content-type application/json.",
  unauthorized: "Sign in on the dashboard with the wallet that you are paid on. The facilitator wants its key as a bearer token.",
  forbidden_origin: "Sign-in is for this site's own pages. Open the site at its public address.",
  sign_in_refused: "Ask for a new nonce and sign again. A message is good once, for a few minutes, on this site and network only.",
  signature_refused: "Ask for a new text and sign it with the wallet that it names. A text is good once, for a few minutes.",
  not_found: "Check the address. The catalog lists what is here.",
  method_not_allowed: "Tools take GET and POST.",
  payment_in_use: "Wait as long as Retry-After says and send it again, or sign a new payment for this request.",
  answer_expired: "It was paid for and given to you once. A new call needs a new payment.",
  listing_off: "Its seller or an operator took it off the shelves; message says why. What you paid for before is still given to you.",
  tool_refused: "Another input may have an answer: reason says why this one has none.",
  tool_busy: "Wait as long as Retry-After says and send the same request with the same payment again: it was not used.",
  payer_slowed: "Wait until the time in Retry-After is over, and keep the price in the wallet until the call is settled.",
  rate_limited: "Wait as long as Retry-After says.",
  secret_unreadable: "Whoever left the secret here has to leave it again; nothing was charged.",
  internal_error: "Send the same request with the same payment again. If it stays, tell us the time.",
  answer_broken: "The ledger has it as broken, with its payment's id: its seller sees it there.",
  tool_failed: "Send it again, or try another input. Your authorization is free again.",
  tool_unavailable: "Send the same request with the same payment again in a moment.",
  chain_unavailable: "Send the same request with the same payment again in a few seconds.",
  settlement_unavailable:
    "Send the same request with the same payment again later; the market's gas account has run dry, or nobody settles for it at the moment.",
  ledger_unavailable: "Send the same request with the same payment again in a few seconds.",
  tool_timeout: "Send it again. Your authorization is free again.",
};
