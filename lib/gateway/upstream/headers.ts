import { sign } from "./signature";

/** Names that are the connection's, the market's or the payer's own business: never given on, whoever described them. */
const HELD =
  /^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-length|content-type|content-encoding|accept|accept-encoding|user-agent|cookie2?|authorization|forwarded|via|max-forwards|origin|referer|http2-settings|x-payment.*|payment-.*|x-forwarded-.*|x-real-ip|x-coinslot-.*|proxy-.*|sec-.*)$/i;

export type Said = {
  method: string;
  url: URL;
  /** The caller's, as the operation describes them. */
  given: Record<string, string>;
  accept: string;
  body: { bytes: Uint8Array; contentType: string } | null;
  userAgent: string;
  tool: string;
  caller: { payer: string; payment: string } | undefined;
  signingKey: string | null;
  now: number;
};

/** What a stranger gets, whom the upstream has named: nothing that says who asks or why. */
export function plainHeaders({ accept, userAgent }: Pick<Said, "accept" | "userAgent">): Record<string, string> {
  return { accept, "accept-encoding": "gzip, deflate, br, zstd", "user-agent": userAgent };
}

/** What the upstream itself gets, all but the seller's key. */
export function ownHeaders(said: Said): Record<string, string> {
  const { given, body, caller, tool, method, url, signingKey, now } = said;
  const timestamp = String(Math.floor(now / 1000));
  const { payer = "", payment = "" } = caller ?? {};
  const target = `${url.pathname}${url.search}`;
  const call = { timestamp, method, target, body: body?.bytes ?? null, payer, payment };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !HELD.test(name))),
    ...plainHeaders(said),
    ...(body ? { "content-type": body.contentType } : {}),
    ...(caller ? { "x-coinslot-payer": payer, "x-coinslot-payment": payment } : {}),
    "x-coinslot-tool": tool,
    "x-coinslot-timestamp": timestamp,
    ...(signingKey ? { "x-coinslot-signature": sign(signingKey, call) } : {}),
  };
}
