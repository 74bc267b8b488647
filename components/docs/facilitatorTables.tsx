import { FACILITATOR_LIMITS as LIMITS } from "@/lib/facilitator/limits";
import type { DocRow } from "./DocTable";
import { Mono } from "./Mono";

export const FACILITATOR_ANSWERS: DocRow[] = [
  {
    key: "success",
    term: <Mono>success: true</Mono>,
    text: "The transfer is in a block; transaction is its hash, which it may share with others.",
  },
  {
    key: "pending",
    term: <Mono>settlement_pending</Mono>,
    text: `Not in a block after ${LIMITS.waitSeconds} s. It may be any moment: ask settle again with the same payment, never for a new one.`,
  },
  { key: "reason", term: "Any other errorReason", text: "Nothing was sent, or the chain refused it. No money moved." },
  {
    key: "rate",
    side: 429,
    term: <Mono>rate_limited</Mono>,
    text: "Over one of the limits below. Retry-After says how many seconds to wait.",
  },
  {
    key: "slowed",
    side: 429,
    term: <Mono>payer_slowed</Mono>,
    text: "Too many payments of this payer failed on the chain lately; the payer has to wait, other payers do not.",
  },
  { key: "key", side: 401, term: <Mono>unauthorized</Mono>, text: "A key is wanted and none that is known came." },
];

/** `keyed`: on a real network, where callers have keys. */
export function facilitatorLimits(keyed: boolean): DocRow[] {
  const { perSecond, burst } = keyed ? LIMITS.perKey : LIMITS.perAddress;
  const number = (n: number) => n.toLocaleString("en");
  return [
    {
      key: "rate",
      term: keyed ? "Requests with one key" : "Requests from one address",
      text: `${number(perSecond)} a second, ${number(burst)} at once: verify and settle together.`,
    },
    { key: "open", term: "Payments that wait for the chain", text: `${number(LIMITS.openPayments)} of one caller.` },
    { key: "body", term: "A request's body", text: `${LIMITS.bodyKib} KiB.` },
    { key: "wait", term: "How long settle waits", text: `${LIMITS.waitSeconds} s. Let your own time-out be longer.` },
  ];
}
