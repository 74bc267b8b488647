import { createPrivateKey, type KeyObject } from "node:crypto";

export type CdpKey = { alg: "EdDSA" | "ES256"; key: KeyObject };

/** The key in a secret as the platform hands it out: base64 of an Ed25519 seed and public key, or PEM of a P-256 key. */
export function cdpKey(secret: string): CdpKey {
  // A PEM in an environment variable often has its line ends written out.
  if (secret.includes("-----BEGIN")) {
    const key = createPrivateKey(secret.replaceAll("\\n", "\n"));
    if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") throw new Error("not a P-256 key");
    return { alg: "ES256", key };
  }
  const bytes = Buffer.from(secret, "base64");
  if (bytes.length !== 64) throw new Error("not an Ed25519 key");
  const [d, x] = [bytes.subarray(0, 32), bytes.subarray(32)].map((part) => part.toString("base64url"));
  return { alg: "EdDSA", key: createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", d, x }, format: "jwk" }) };
}

export function isCdpSecret(secret: string): boolean {
  try {
    return cdpKey(secret).alg !== undefined;
  } catch {
    return false;
  }
}
