import "server-only";
import type { z } from "zod";
import type { ListingPolicy } from "@/lib/gateway/types";
import { seal } from "@/lib/secrets/seal";
import { fieldFault } from "@/lib/sellers/fieldFault";
import type { secretFields } from "./fields";

export type KeptSecret = { auth: NonNullable<ListingPolicy["auth"]>; sealed: Uint8Array };

/** The key that the seller's server wants, sealed for this listing; it is never shown again. Throws `invalid_input`, `secret_unreadable`. */
export function readSecret(listingId: string, { kind, name = "", value }: z.output<typeof secretFields>): KeptSecret {
  const secret = value.trim();
  if (!secret) throw fieldFault("secret", "secret_empty", "Give the secret itself.");
  if (!/^[\x20-\x7e]+$/.test(secret)) throw fieldFault("secret", "bad_secret", "A secret has plain ASCII characters only, in one line.");
  if (kind === "basic" && !secret.includes(":")) {
    throw fieldFault("secret", "bad_secret", "Give name and password with a colon between them.");
  }
  const sealed = seal(secret, `upstream ${listingId}`);
  if (kind === "bearer" || kind === "basic") return { auth: { kind }, sealed };
  return { auth: { kind, name: readName(kind, name.trim()) }, sealed };
}

const OURS =
  /^(host|content-length|content-type|connection|transfer-encoding|cookie|te|trailer|upgrade|keep-alive|x-coinslot-.*|proxy-.*)$/i;

function readName(kind: "header" | "query", name: string): string {
  const shape = kind === "header" ? /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/ : /^[A-Za-z0-9_.~-]{1,80}$/;
  if (!shape.test(name)) throw fieldFault("secret", "bad_secret_name", `Give the name of the ${kind}, such as X-Api-Key.`);
  if (kind === "header" && OURS.test(name)) throw fieldFault("secret", "bad_secret_name", `${name} is set by the gateway itself.`);
  return name;
}
