import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authHeaders } from "./authHeaders";
import { readCredentials } from "./credentials";

const URLS = ["https://one.example/x402", "https://two.example:8443", "http://127.0.0.1:4021"];
const ed25519 = () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { d = "", x = "" } = privateKey.export({ format: "jwk" });
  const secret = Buffer.concat([Buffer.from(d, "base64url"), Buffer.from(x, "base64url")]).toString("base64");
  return { secret, key: createPublicKey(privateKey) };
};
const p256 = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { secret: privateKey.export({ type: "sec1", format: "pem" }).toString().replaceAll("\n", "\\n"), key: publicKey };
};

describe("credentials of facilitators", () => {
  it("are matched by position", () => {
    const { credentials, faults } = readCredentials("bearer:abc=,-,header:X-API-Key:k:1", URLS);
    expect(faults).toEqual([]);
    expect(credentials).toEqual([{ kind: "bearer", token: "abc=" }, null, { kind: "header", name: "X-API-Key", value: "k:1" }]);
  });

  it("are matched by host, with or without its port", () => {
    const { credentials } = readCredentials("two.example=bearer:t==,127.0.0.1:4021=bearer:u", URLS);
    expect(credentials).toEqual([null, { kind: "bearer", token: "t==" }, { kind: "bearer", token: "u" }]);
  });

  it("are refused without being repeated", () => {
    const { faults } = readCredentials("token:s3cret,elsewhere.example=bearer:s3cret,cdp:id:s3cret,bearer:s3cret", URLS);
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toContain("s3cret");
    expect(readCredentials("bearer:s3cret", ["http://plain.example"]).faults[0]).toContain("in the clear");
  });
});

describe("a token of the developer platform", () => {
  it.each([
    ["EdDSA", ed25519(), (data: Buffer, key: KeyObject, s: Buffer) => verify(null, data, key, s)],
    ["ES256", p256(), (data: Buffer, key: KeyObject, s: Buffer) => verify("sha256", data, { key, dsaEncoding: "ieee-p1363" }, s)],
  ] as const)("is signed with %s for this one request", (alg, { secret, key }, verified) => {
    const { credentials, faults } = readCredentials(`cdp:organizations/1/apiKeys/2:${secret}`, ["https://api.example/platform/v2/x402"]);
    expect(faults).toEqual([]);
    const bearer = authHeaders(credentials[0] ?? null, "POST", "https://api.example/platform/v2/x402/settle").authorization ?? "";
    const [head = "", body = "", signature = ""] = bearer.replace("Bearer ", "").split(".");
    const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(decode(head)).toEqual({ alg, kid: "organizations/1/apiKeys/2", typ: "JWT", nonce: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const claims = decode(body);
    expect(claims).toMatchObject({
      sub: "organizations/1/apiKeys/2",
      iss: "cdp",
      aud: ["cdp_service"],
      uris: ["POST api.example/platform/v2/x402/settle"],
    });
    expect(claims.exp - claims.iat).toBe(120);
    expect(verified(Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url"))).toBe(true);
  });
});
