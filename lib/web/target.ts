import { badUrl, quote } from "./refusals";

/** Longer ones are no addresses that people hand around, and each costs time wherever it is matched. */
const LONGEST = 2_048;

/** Reads an address as browsers do: odd notations of numbers come out as plain ones, foreign letters as punycode. */
export function readTarget(text: string): URL {
  if (text.length > LONGEST) throw badUrl(`The address is longer than ${LONGEST} characters.`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw badUrl(`"${quote(text)}" is not an address.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badUrl(`${quote(url.protocol)} is not asked, only http: and https:.`);
  if (url.username || url.password) throw badUrl("The address holds a user name or password.");
  if (!url.hostname) throw badUrl("The address names no host.");
  url.hash = "";
  return url;
}

/** The host as a socket takes it: an IPv6 address without its brackets. */
export function hostOf(url: { hostname: string }): string {
  return url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
}

export function portOf(url: { protocol: string; port: string }): number {
  return url.port ? Number(url.port) : url.protocol === "https:" ? 443 : 80;
}
