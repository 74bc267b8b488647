import type { ListingPolicy } from "../types";
import { unusable } from "./refusals";

/** How the secret goes along: as a header, or at the end of the query. */
export type Credential = { header: [string, string] } | { query: [string, string] };

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
/** A secret in one of these would change whom or what is asked. */
const NOT_FOR_SECRETS =
  /^(host|content-length|content-type|content-encoding|transfer-encoding|connection|upgrade|te|trailer|expect|x-coinslot-.*)$/i;

export function credentialOf(auth: NonNullable<ListingPolicy["auth"]>, secret: string): Credential {
  if (auth.kind === "basic") return { header: ["authorization", `Basic ${Buffer.from(secret, "utf8").toString("base64")}`] };
  if (auth.kind === "query") return { query: [auth.name, secret] };
  if (!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(secret))
    throw unusable("The key that the seller left here can't be sent as a header.");
  if (auth.kind !== "header") return { header: ["authorization", `Bearer ${secret}`] };
  if (!TOKEN.test(auth.name) || NOT_FOR_SECRETS.test(auth.name))
    throw unusable("The seller's key is meant for a header that can't hold one.");
  return { header: [auth.name.toLowerCase(), secret] };
}

/** The text without the secret, in any of the spellings that it was sent in. */
export function withoutSecret(text: string, secret: string | null): string {
  if (!secret) return text;
  const spellings = [
    secret,
    Buffer.from(secret, "utf8").toString("base64"),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, "[the seller's key]"), text);
}
