import fc from "fast-check";
import { privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { describe, expect, it } from "vitest";
import { readSignInMessage } from "./readSignInMessage";
import { signInMessage } from "./signInMessage";

const now = new Date("2026-11-21T08:33:09.000Z");
const origin = "https://coinslot.example";
const expected = { origin, chainId: 84532, now };
const { address } = privateKeyToAccount("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
const parts = { address, origin, chainId: 84532, nonce: "abcdefgh12345678", issuedAt: now };
const later = (ms: number) => new Date(now.getTime() + ms);

const siwe = (over: Partial<Parameters<typeof createSiweMessage>[0]> = {}) =>
  createSiweMessage({
    address,
    chainId: 84532,
    domain: "coinslot.example",
    uri: origin,
    nonce: parts.nonce,
    version: "1",
    issuedAt: now,
    expirationTime: later(60_000),
    ...over,
  });

describe("readSignInMessage", () => {
  it("takes the message that the page makes", () => {
    expect(readSignInMessage(signInMessage(parts), expected)).toEqual({ address, nonce: parts.nonce });
  });

  it("shows the wallet a plain text", () => {
    expect(signInMessage(parts)).toMatchInlineSnapshot(`
      "coinslot.example wants you to sign in with your Ethereum account:
      0x70997970C51812dc3A010C7d01b50e0d17dc79C8

      Sign in to see the payments that were made to this address. This costs nothing and moves no money.

      URI: https://coinslot.example
      Version: 1
      Chain ID: 84532
      Nonce: abcdefgh12345678
      Issued At: 2026-11-21T08:33:09.000Z
      Expiration Time: 2026-11-21T08:38:09.000Z"
    `);
  });

  it.each([
    ["another domain", siwe({ domain: "evil.example" })],
    ["our domain with another port", siwe({ domain: "coinslot.example:8443" })],
    ["another URI", siwe({ uri: "https://evil.example" })],
    ["a URI that only begins like ours", siwe({ uri: "https://coinslot.example.evil.example" })],
    ["a URI without TLS", siwe({ uri: "http://coinslot.example" })],
    ["another scheme", siwe({ scheme: "http" })],
    ["another chain", siwe({ chainId: 1 })],
    ["no expiry", siwe({ expirationTime: undefined })],
    ["an expiry that has passed", siwe({ issuedAt: later(-120_000), expirationTime: later(-1) })],
    ["an expiry far away", siwe({ expirationTime: later(86_400_000) })],
    ["an expiry before its start", siwe({ issuedAt: later(30_000), expirationTime: later(10_000) })],
    ["a start in the future", siwe({ issuedAt: later(120_000), expirationTime: later(180_000) })],
    ["a start long ago", siwe({ issuedAt: later(-600_000) })],
    ["not valid yet", siwe({ notBefore: later(30_000) })],
    ["another version", siwe().replace("Version: 1", "Version: 2")],
    ["an address without its checksum", siwe().replace(address, address.toLowerCase())],
    ["a second nonce below the first", siwe().replace("Nonce: ", "Nonce: zzzzzzzz1\nNonce: ")],
    ["text in front", `Hello\n${siwe()}`],
    ["text behind", `${siwe()}\nand more`],
    ["other line ends", siwe().replaceAll("\n", "\r\n")],
    ["a date that is none", siwe().replace(/Issued At: .*/, "Issued At: yesterday")],
    ["nothing", ""],
  ])("refuses %s", (_, message) => {
    expect(readSignInMessage(message, expected)).toBeNull();
  });

  it("never throws, and claims no more than what a changed message says", () => {
    const message = signInMessage(parts);
    fc.assert(
      fc.property(fc.nat(message.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, text) => {
        const changed = message.slice(0, at) + text + message.slice(at + 1);
        const claim = readSignInMessage(changed, expected);
        // A changed statement, nonce or address that keeps its checksum is another message: the signature fails on it. What
        // it claims must still be what stands in it.
        if (claim) expect(changed.split("\n")[1]).toBe(claim.address);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        expect(readSignInMessage(text, expected)).toBeNull();
      }),
    );
  });
});
