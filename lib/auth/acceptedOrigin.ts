import type { Env } from "../env";
import { CoinslotError } from "../errors";

export type SiteSettings = Pick<Env, "publicUrl" | "local">;

/**
 * The origin that this request came from, if it is this site's own; throws `forbidden_origin` else.
 *
 * The site's name is PUBLIC_URL. Without it the `Host` header stands in, on the local chain and on
 * this machine only: whoever may choose the name that a sign-in is checked against could use a
 * signature here that was given to another site.
 */
export function acceptedOrigin(request: Request, { publicUrl, local }: SiteSettings): string {
  const origin = parseOrigin(request.headers.get("origin"));
  if (origin && publicUrl && origin.origin === new URL(publicUrl).origin) return origin.origin;
  const host = request.headers.get("host")?.toLowerCase();
  const hostCounts = local !== null || (!publicUrl && isLoopback(origin));
  if (origin && hostCounts && origin.host === host) return origin.origin;
  throw new CoinslotError("forbidden_origin", undefined, {
    hint: "Send this request from a page of this site. Whoever runs it: set PUBLIC_URL to the address that people open.",
  });
}

function parseOrigin(header: string | null): URL | null {
  if (!header || !URL.canParse(header)) return null;
  const url = new URL(header);
  return /^https?:$/.test(url.protocol) && url.origin === header.toLowerCase() ? url : null;
}

function isLoopback(origin: URL | null): boolean {
  return origin !== null && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(origin.hostname);
}
