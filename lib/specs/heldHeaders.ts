/** Set by the market, by the connection or by the payment: no caller may write them, so they are never a part of an input. */
const NAMES = new Set(
  (
    "accept accept-charset accept-encoding access-control-request-headers access-control-request-method authorization cache-control " +
    "connection content-encoding content-length content-type cookie cookie2 date dnt expect forwarded from host http2-settings " +
    "keep-alive max-forwards origin payment-required payment-response payment-signature pragma referer set-cookie set-cookie2 " +
    "te trailer transfer-encoding upgrade user-agent via x-http-method x-http-method-override x-method-override x-real-ip " +
    "x-client-ip x-cluster-client-ip x-original-url x-rewrite-url true-client-ip client-ip x-host x-payment signature " +
    "signature-input sign-in-with-x"
  ).split(" "),
);
const STARTS = [
  "x-payment",
  "x-forwarded-",
  "x-coinslot-",
  "coinslot-",
  "webhook-",
  "sec-",
  "proxy-",
  "access-control-",
  "cf-",
  "fly-",
  "x-vercel-",
  "x-amz-",
  "x-middleware-",
  "x-nextjs-",
];
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/;

/** Whether a header may be a part of what a caller gives; the name in any case. */
export function isCallersHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return TOKEN.test(lower) && !NAMES.has(lower) && !STARTS.some((start) => lower.startsWith(start));
}
