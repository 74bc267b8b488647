import { fieldFault } from "./fieldFault";

const LONGEST = 200;

/** The seller's own site, or null where none is given. Throws `invalid_input`. */
export function readSite(raw: string | null): string | null {
  const text = raw?.trim() ?? "";
  if (!text) return null;
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:")
    throw fieldFault("site", "site_not_https", `Give an address that begins with https://, of at most ${LONGEST} characters.`);
  if (url.username || url.password) throw fieldFault("site", "site_with_password", "The address holds a user name or a password.");
  if (!url.hostname.includes(".") || url.href.length > LONGEST)
    throw fieldFault("site", "site_not_public", "This is no address on the public internet.");
  return url.href;
}
