export const HEADERS = [
  {
    name: "PAYMENT-REQUIRED",
    text: "On a 402: the terms of version 2, base64 of JSON. The body of the same response has them for version 1.",
  },
  { name: "PAYMENT-SIGNATURE", text: "On your request: a payment of version 2, base64 of JSON." },
  { name: "X-PAYMENT", text: "On your request: a payment of version 1. A version 2 payment is taken here too." },
  { name: "PAYMENT-RESPONSE", text: "On the answer: the receipt, version 2." },
  { name: "X-PAYMENT-RESPONSE", text: "On the answer: the receipt, version 1." },
  { name: "X-Payment-Id", text: "On everything after a payment was claimed: the payment's id." },
  { name: "Server-Timing", text: "On the answer: how long each step took." },
  { name: "Retry-After", text: "With 202, 409 and 503: seconds until it makes sense to ask again." },
] as const;

export const STATUSES = [
  { status: "200", title: "Answered and settled", text: "The answer is the body. The transfer is in a block; the receipt names it." },
  { status: "202", title: "Being checked", text: "You may have paid. Ask at status_url, and never sign again for this call." },
  { status: "400", title: "The request is wrong", text: "The input, the JSON or the payment header can't be read. Nothing was charged." },
  {
    status: "402",
    title: "Payment needed or refused",
    text: "Fresh terms. code says why a payment that came with it was refused. Nothing was charged.",
  },
  { status: "409", title: "This payment is in use", text: "By another request that is still under way. Nothing more was charged." },
  { status: "410", title: "The answer is gone", text: "It was paid for and given long ago, and is no longer kept." },
  { status: "422", title: "The tool has no answer", text: "Not for this input; reason says why. Nothing was charged." },
  { status: "502", title: "The tool broke", text: "Nothing was charged." },
  {
    status: "503",
    title: "Something is away",
    text: "The tool's backend, the chain or the ledger. Nothing was charged; Retry-After says when to come back.",
  },
  { status: "504", title: "The tool was too slow", text: "Nothing was charged." },
] as const;
