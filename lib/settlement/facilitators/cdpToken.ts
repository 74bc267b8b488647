import "server-only";
import { randomBytes, sign } from "node:crypto";
import { cdpKey } from "./cdpKey";

const GOOD_FOR_SECONDS = 120;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The bearer token of one request to the Coinbase Developer Platform: good for this method and address, for two minutes. */
export function cdpToken(keyId: string, secret: string, method: string, url: string): string {
  const { alg, key } = cdpKey(secret);
  const { host, pathname } = new URL(url);
  const now = Math.floor(Date.now() / 1000);
  const header = { alg, kid: keyId, typ: "JWT", nonce: randomBytes(16).toString("hex") };
  const times = { iat: now, nbf: now, exp: now + GOOD_FOR_SECONDS };
  const claims = { sub: keyId, iss: "cdp", aud: ["cdp_service"], uris: [`${method} ${host}${pathname}`], ...times };
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature =
    alg === "EdDSA" ? sign(null, Buffer.from(signed), key) : sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
