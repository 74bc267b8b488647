/** Names in `_meta`: with a slash in the specification, with a dot in the older package `x402-mcp`. */
export const PAYMENT_KEYS = ["x402/payment", "x402.payment"] as const;
export const RECEIPT_KEYS = ["x402/payment-response", "x402.payment-response"] as const;

/** The payment's id, as `X-Payment-Id` over HTTP. */
export const PAYMENT_ID_KEY = "x402/payment-id";

/** Where some clients look for the 402, beside the result itself. */
export const ERROR_KEY = "x402/error";

/** What a tool of `tools/list` costs. */
export const PRICE_KEY = "x402/price";
