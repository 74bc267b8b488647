import "server-only";
import { randomBytes } from "node:crypto";
import { seal } from "../secrets/seal";

export const secretPurpose = (endpointId: string) => `webhook ${endpointId}`;

/** A fresh secret of an endpoint: shown once, then kept sealed. */
export function newSecret(endpointId: string): { secret: string; sealed: Uint8Array } {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, sealed: seal(secret, secretPurpose(endpointId)) };
}
