import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A secret as it rests in the ledger: AES-256-GCM under `SECRETS_KEY`. `purpose` (such as `upstream lst_…`) is bound to it,
 * so that a sealed secret is good for nothing in another row. Version, nonce, tag and what was sealed, in this order.
 */
export function seal(secret: string, purpose: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed for this purpose. Throws `secret_unreadable` when the key has changed or the row is not that one. */
export function unseal(sealed: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (cause) {
    if (CoinslotError.is(cause)) throw cause;
    throw new CoinslotError("secret_unreadable", undefined, { hint: "Its owner has to leave it here again.", cause });
  }
}

export function canSeal(): boolean {
  return env().secretsKey !== null;
}

function keyFor(purpose: string): Buffer {
  const { secretsKey } = env();
  if (!secretsKey) {
    throw new CoinslotError("secret_unreadable", "This market keeps no secrets: it has no key to seal them with.", {
      hint: "Whoever runs it has to set SECRETS_KEY.",
    });
  }
  return Buffer.from(hkdfSync("sha256", Buffer.from(secretsKey, "hex"), "", `coinslot ${purpose}`, 32));
}
