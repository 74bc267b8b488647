import "server-only";

export const SESSION_COOKIE = "coinslot_session";
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The `Set-Cookie` line that carries a token; an empty token takes the cookie away. */
export function sessionCookie(token: string, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token ? SESSION_SECONDS : 0}${secure}`;
}

/** The token in a `Cookie` header; null when there is none of the right shape. */
export function readSessionToken(header: string | null): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
  return isSessionToken(value) ? value : null;
}

export function isSessionToken(value: string | undefined): value is string {
  return value !== undefined && TOKEN.test(value);
}
