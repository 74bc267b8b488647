import type { WebhookEventType } from "@/db/schema/webhooks";

/** What each event means, and what its `data` looks like: the form, the documentation and its examples are made of this. */
export type EventEntry = { type: WebhookEventType; when: string; data: Record<string, unknown> };

const PAYMENT = {
  id: "pay_0VxJ2m1ab3Xk9QpLs7TzWn",
  state: "settled",
  tool: "kestrel/weather/forecast",
  payer: "0x7a3f20be51c04d6689b1f6c0a2d7790cdfc1e41e",
  payTo: "0x83f09b1f6c02d7ae45531a0c8f9be3d1170c5a42",
  network: "eip155:84532",
  asset: "0x036cbd53842c5426634e7929541ec2318f3dcf7e",
  amount: "5000",
  transaction: "0x5c1e90ab4ce811f288b5d41c77b0e5f36b3019d0aa522d887b44c0ffa1d28812",
  block: "48211908",
  reason: null,
  reasonMessage: null,
  receivedAt: "2026-11-21T08:33:08.916Z",
  answeredAt: "2026-11-21T08:33:09.821Z",
  closedAt: "2026-11-21T08:33:10.211Z",
};
const REFUND = {
  id: "ref_0VxJ9Q4cd5Yk1RsMt8UaXo",
  payment: PAYMENT.id,
  tool: PAYMENT.tool,
  payer: PAYMENT.payer,
  amount: "5000",
  kind: "manual",
  reason: "not_useful",
  words: "",
  state: "settled",
  transaction: "0x90ab4ce811f288b5d41c77b0e5f36b3019d0aa522d887b44c0ffa1d288125c1e",
};
const DISPUTE = {
  id: "dis_0VxK1R5de6Zl2StNu9VbYp",
  payment: PAYMENT.id,
  tool: PAYMENT.tool,
  payer: PAYMENT.payer,
  amount: "5000",
  reason: "wrong_answer",
  words: "The forecast was of another city.",
  state: "open",
  sellerWords: null,
  openedAt: "2026-11-22T09:00:00.000Z",
  dueAt: "2026-11-29T09:00:00.000Z",
};
const LISTING = { id: "lst_0VxH0P3bc4Wj8PoKr6SyVm", name: "weather", title: "Weather", state: "public", reason: null };

export const EVENT_TABLE: readonly EventEntry[] = [
  { type: "payment.settled", when: "A call was paid for: the money is in your wallet.", data: { payment: PAYMENT } },
  {
    type: "payment.failed",
    when: "A call brought no money: the tool had no answer (state released), or the chain refused the payment (failed).",
    data: {
      payment: {
        ...PAYMENT,
        state: "released",
        transaction: null,
        block: null,
        reason: "upstream_failed",
        reasonMessage: "The upstream answered 502.",
        answeredAt: null,
      },
    },
  },
  { type: "refund.settled", when: "Money that you gave back has reached the payer.", data: { refund: REFUND } },
  {
    type: "refund.failed",
    when: "Money that you wanted to give back did not move.",
    data: { refund: { ...REFUND, state: "failed", transaction: null } },
  },
  { type: "dispute.opened", when: "A payer complains of an answer. You have until dueAt to answer.", data: { dispute: DISPUTE } },
  {
    type: "dispute.answered",
    when: "You gave the money back or declined, or the payer took the complaint back.",
    data: { dispute: { ...DISPUTE, state: "declined", sellerWords: "The city was the one that was asked for." } },
  },
  { type: "dispute.lost", when: "You did not answer in time.", data: { dispute: { ...DISPUTE, state: "lost" } } },
  { type: "listing.published", when: "A listing of yours is on the shelves.", data: { listing: LISTING } },
  {
    type: "listing.off",
    when: "A listing of yours was taken off: by you, by a lost proof, or by an operator.",
    data: { listing: { ...LISTING, state: "off", reason: "The proof of api.kestrel.example is gone." } },
  },
  {
    type: "allowance.low",
    when: "What you allowed the market to give back for you is nearly used up.",
    data: { allowance: { left: "200000", network: PAYMENT.network, asset: PAYMENT.asset } },
  },
  {
    type: "webhook.test",
    when: "You asked for it. Sent once, whatever you chose.",
    data: { test: true, endpoint: "whe_5f1c0e7a93b24d68" },
  },
];
