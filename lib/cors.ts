/** Anybody's page may call the machine doors: there is no cookie on them, the payment is the key. */
export const CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "PAYMENT-REQUIRED, PAYMENT-RESPONSE, X-PAYMENT-RESPONSE, X-Payment-Id, X-Payment-Used, Server-Timing, Retry-After",
} as const;

/** Official clients send `access-control-expose-headers` as a request header, so the preflight must allow it too. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      "access-control-allow-methods": "GET, POST, HEAD, OPTIONS",
      "access-control-allow-headers": "Content-Type, Accept, Authorization, X-PAYMENT, PAYMENT-SIGNATURE, Access-Control-Expose-Headers",
      "access-control-max-age": "86400",
    },
  });
}
