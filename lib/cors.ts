/** Anybody's page may call the machine doors: there is no cookie on them, the payment is the key. */
export const CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "PAYMENT-REQUIRED, PAYMENT-RESPONSE, X-PAYMENT-RESPONSE, X-Payment-Id, X-Payment-Used, Server-Timing, Retry-After",
} as const;

type Allowed = { methods?: string[] /** Beside those that every client sends. */; headers?: string[] };

const HEADERS = ["Content-Type", "Accept", "Authorization", "X-PAYMENT", "PAYMENT-SIGNATURE", "Access-Control-Expose-Headers"];

/** What most doors answer to a preflight. */
export function preflight(): Response {
  return preflightFor({});
}

/** Official clients send `access-control-expose-headers` as a request header, so the preflight must allow it too. */
export function preflightFor({ methods = ["GET", "POST", "HEAD", "OPTIONS"], headers = [] }: Allowed): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      "access-control-allow-methods": methods.join(", "),
      "access-control-allow-headers": [...HEADERS, ...headers].join(", "),
      "access-control-max-age": "86400",
    },
  });
}
