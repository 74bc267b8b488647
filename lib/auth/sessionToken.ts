import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes, as the cookie carries them. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the table holds: someone who reads it can't sign in with it. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
