import "server-only";
import { env } from "./env";

/** Where this market is reached: `PUBLIC_URL` when set, else the host that the caller named. */
export function publicOrigin(request: Request): string {
  const { publicUrl } = env();
  if (publicUrl) return publicUrl;
  const { protocol, origin } = new URL(request.url);
  const host = request.headers.get("host");
  const named = `${protocol}//${host}`;
  return host && URL.canParse(named) ? new URL(named).origin : origin;
}
