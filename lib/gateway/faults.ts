import type { ToolFault } from "@/lib/tools/define";

/** Said wherever a listing is shown that charges them, before anybody pays. */
export const CHARGED_4XX =
  "Its seller charges for answers with status 400 to 499, too: they say that the request was wrong. Only 401, 402, 403, 407, 408 and 429 are never charged.";

/** Why a seller's tool has no answer. None of these is charged. */
export const GATEWAY_FAULTS: readonly ToolFault[] = [
  { reason: "upstream_error", what: "The seller's API broke: it answered 500 or more, or in a way that can't be read." },
  { reason: "upstream_timeout", what: "The seller's API did not answer in time." },
  { reason: "upstream_too_large", what: "The answer is larger than what its seller lets through." },
  { reason: "upstream_unreachable", what: "The seller's API can't be reached, or is at an address that is not asked." },
  {
    reason: "upstream_redirects",
    what: "The seller's API sends its callers elsewhere, too often or for a call that may change something.",
  },
  { reason: "upstream_refused", what: "The seller's API found the request wrong (400 to 499)." },
  { reason: "upstream_key_refused", what: "The seller's API does not take the key that the seller left here (401, 403)." },
  { reason: "upstream_busy", what: "Too many calls of it are under way, here or at the seller's API (429)." },
  { reason: "upstream_unusable", what: "The listing is set up so that it can't be called." },
  { reason: "bad_answer", what: "The answer is not what its seller promises." },
];
