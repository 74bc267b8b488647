import "server-only";
import { randomBytes } from "node:crypto";
import { seal } from "@/lib/secrets/seal";

/** A new key for the signature that a seller's server can check, and the same sealed. It is shown this once. */
export function newSigningKey(listingId: string): { key: string; sealed: Uint8Array } {
  const key = `csk_${randomBytes(32).toString("base64url")}`;
  return { key, sealed: seal(key, `signing ${listingId}`) };
}
