import { describe, expect, it } from "vitest";
import { parseEnv, SettingsError } from "./env";

const REAL = {
  DATABASE_URL: "postgres://coinslot@db.example/coinslot",
  NETWORK: "eip155:8453",
  RPC_URL: "https://rpc.example",
  PAY_TO: "0x52e1000000000000000000000000000000008a13",
  SETTLER_PRIVATE_KEY: `0x${"5c".repeat(32)}`,
};
const LOCAL = {
  ...REAL,
  NETWORK: "eip155:84532",
  RPC_URL: "http://127.0.0.1:8545",
  LOCAL_CHAIN: "1",
  TEST_MINTER_PRIVATE_KEY: `0x${"11".repeat(32)}`,
  TEST_SELLER_PRIVATE_KEY: `0x${"22".repeat(32)}`,
};
/** The first account of the mnemonic that every development chain knows. */
const KNOWN_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const KNOWN_ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

function faults(source: Record<string, string | undefined>): string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.faults : [String(error)];
  }
}

describe("settings", () => {
  it("accepts a real network and has nothing local in it", () => {
    const env = parseEnv(REAL);
    expect(env).toMatchObject({ network: "eip155:8453", local: null, facilitatorUrls: [], facilitatorAccessKeys: [] });
    expect(env.chainRpcUrls).toEqual({ "eip155:8453": "https://rpc.example" });
  });

  it("names every missing setting at once", () => {
    expect(faults({})).toEqual([
      "DATABASE_URL is missing.",
      "NETWORK is missing.",
      "RPC_URL is missing.",
      "PAY_TO is missing.",
      "SETTLER_PRIVATE_KEY or FACILITATOR_URL is missing: one of them settles the payments.",
    ]);
  });

  it("says what a malformed setting must be", () => {
    const found = faults({ ...REAL, NETWORK: "base", PAY_TO: "0x12", RPC_URL: "ftp://x" });
    expect(found).toEqual([
      "NETWORK must be eip155:8453 (Base) or eip155:84532 (Base Sepolia).",
      "RPC_URL must be a URL that starts with http:// or https://.",
      "PAY_TO must be an address: 0x and 40 hexadecimal characters.",
    ]);
  });

  it.each([`0x${"00".repeat(32)}`, `0x${"ff".repeat(32)}`])(
    "refuses %s, which is no key, before a call could be answered with it",
    (key) => {
      expect(faults({ ...REAL, SETTLER_PRIVATE_KEY: key })[0]).toContain("SETTLER_PRIVATE_KEY is not a private key");
    },
  );

  it("refuses publicly known keys and test settings on a real network", () => {
    expect(faults({ ...REAL, SETTLER_PRIVATE_KEY: KNOWN_KEY })).toEqual([
      "SETTLER_PRIVATE_KEY is a publicly known test key; anybody could spend its gas.",
    ]);
    expect(faults({ ...REAL, PAY_TO: KNOWN_ADDRESS.toLowerCase() })[0]).toContain("publicly known test wallet");
    expect(faults({ ...REAL, TEST_MINTER_PRIVATE_KEY: KNOWN_KEY })[0]).toContain("for the local chain only");
  });

  it("takes the local chain only on this machine and only on the test network", () => {
    expect(parseEnv(LOCAL).local).not.toBeNull();
    expect(faults({ ...LOCAL, RPC_URL: "https://sepolia.base.org" })).toEqual(["LOCAL_CHAIN=1 goes with an RPC_URL on this machine only."]);
    expect(faults({ ...LOCAL, NETWORK: "eip155:8453" })[0]).toContain("eip155:84532 only");
  });

  it("takes several facilitators, in order, and what each of them wants to see", () => {
    const given = { ...REAL, SETTLER_PRIVATE_KEY: undefined, FACILITATOR_URL: "https://a.example/x402/, https://b.example" };
    const env = parseEnv({ ...given, FACILITATOR_KEYS: "b.example=bearer:tok" });
    expect(env.facilitatorUrls).toEqual(["https://a.example/x402", "https://b.example"]);
    expect(env.facilitatorCredentials).toEqual([null, { kind: "bearer", token: "tok" }]);
    expect(faults({ ...given, FACILITATOR_URL: "https://a.example,b.example" })[0]).toContain("FACILITATOR_URL must be a URL");
    expect(faults({ ...given, FACILITATOR_URL: "https://me:pw@a.example" })).toEqual([
      "FACILITATOR_URL must hold no password; keys have a setting of their own.",
    ]);
    expect(faults({ ...REAL, FACILITATOR_KEYS: "bearer:tok" })).toEqual(["FACILITATOR_KEYS goes with FACILITATOR_URL only."]);
  });

  it("opens its own facilitator with keys that can't be guessed, where there is gas", () => {
    const key = "k".repeat(24);
    expect(parseEnv({ ...REAL, FACILITATOR_ACCESS_KEYS: `${key}, ${key}2` }).facilitatorAccessKeys).toEqual([key, `${key}2`]);
    expect(faults({ ...REAL, FACILITATOR_ACCESS_KEYS: "short" })[0]).toContain("24 to 200 characters");
    const remote = { ...REAL, SETTLER_PRIVATE_KEY: undefined, FACILITATOR_URL: "https://a.example", FACILITATOR_ACCESS_KEYS: key };
    expect(faults(remote)[0]).toContain("FACILITATOR_ACCESS_KEYS goes with SETTLER_PRIVATE_KEY only");
  });

  it("reads what an ETH is worth to the atomic unit, where gas is paid here", () => {
    expect(parseEnv(REAL).usdPerEth).toBeNull();
    expect(parseEnv({ ...REAL, GAS_FLOOR_USD_PER_ETH: "2500.123456" }).usdPerEth).toBe(2_500_123_456n);
    for (const wrong of ["$2500", "2,500", "-1", "1e3", "0.0000001", "2500."]) {
      expect(faults({ ...REAL, GAS_FLOOR_USD_PER_ETH: wrong }), wrong).toEqual([
        "GAS_FLOOR_USD_PER_ETH must be dollars, such as 2500 or 2500.50.",
      ]);
    }
    expect(faults({ ...REAL, GAS_FLOOR_USD_PER_ETH: "0.0" })).toEqual(["GAS_FLOOR_USD_PER_ETH must be more than nothing."]);
    const remote = { ...REAL, SETTLER_PRIVATE_KEY: undefined, FACILITATOR_URL: "https://a.example", GAS_FLOOR_USD_PER_ETH: "2500" };
    expect(faults(remote)[0]).toContain("GAS_FLOOR_USD_PER_ETH goes with SETTLER_PRIVATE_KEY only");
  });

  it("lets tools fetch from this machine on the local chain only", () => {
    expect(faults({ ...REAL, ALLOW_LOCAL_FETCH: "1" })).toEqual([
      "ALLOW_LOCAL_FETCH is for the local chain only; remove it on a real network.",
    ]);
    expect(faults({ ...REAL, SAMPLE_SITE_URL: "http://127.0.0.1:4100" })).toHaveLength(1);
    expect(faults({ ...REAL, SAMPLE_API_URL: "http://127.0.0.1:4110" })).toHaveLength(1);
  });

  it("takes model servers with their keys and prices, and sells nothing that has none", () => {
    const given = { ...REAL, INFERENCE_BASE_URL: "https://a.example/v1/,http://127.0.0.1:11434/v1", INFERENCE_API_KEY: "secret-key,-" };
    const env = parseEnv({ ...given, INFERENCE_MODELS: "gpt-x=0.15/0.60,embed-y=0.02,*=1/3" });
    expect(env.inference).toEqual({
      upstreams: [
        { url: "https://a.example/v1", key: "secret-key" },
        { url: "http://127.0.0.1:11434/v1", key: null },
      ],
      rates: {
        "gpt-x": { input: 150_000n, output: 600_000n },
        "embed-y": { input: 20_000n, output: null },
        "*": { input: 1_000_000n, output: 3_000_000n },
      },
      findLocal: true,
    });
    expect(faults(given)).toEqual([expect.stringMatching(/^INFERENCE_MODELS is missing/)]);
    for (const wrong of ["gpt-x", "gpt-x=a/b", "gpt-x=1/2/3", "=1/2", "m=1/2,m=1/2"]) {
      expect([wrong, faults({ ...given, INFERENCE_MODELS: wrong })]).toEqual([wrong, [expect.stringMatching(/^INFERENCE_MODELS /)]]);
    }
    const clear = { ...given, INFERENCE_MODELS: "*=1/3", INFERENCE_BASE_URL: "http://a.example/v1" };
    expect(faults(clear).join()).toMatch(/sent in the clear/);
    expect(faults(clear).join()).not.toContain("secret-key");
  });

  it("never repeats a secret in a fault", () => {
    const secret = `0x${"zz".repeat(32)}`;
    expect(faults({ ...REAL, SETTLER_PRIVATE_KEY: secret }).join()).not.toContain(secret);
  });
});
