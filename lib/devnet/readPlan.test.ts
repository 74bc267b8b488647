import { describe, expect, it } from "vitest";
import { SettingsError } from "../env";
import { testAccount, testPrivateKey } from "./accounts";
import { readPlan, realSettings } from "./readPlan";

const real = {
  NETWORK: "eip155:8453",
  RPC_URL: "https://rpc.example",
  PAY_TO: "0x1111111111111111111111111111111111111111",
  SETTLER_PRIVATE_KEY: `0x${"ab".repeat(32)}`,
};

function faults(source: Record<string, string>): string[] {
  try {
    readPlan(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe("which chain", () => {
  it("is the local one when nothing is said", () => {
    expect(readPlan({})).toEqual({
      network: "local",
      chainId: 84532,
      rpcUrl: "http://127.0.0.1:1",
      databaseUrl: null,
      host: "127.0.0.1",
      port: 3000,
    });
  });

  it("is the real one as soon as one of its settings is there", () => {
    expect(readPlan(real)).toMatchObject({ network: "real", chainId: 8453, rpcUrl: "https://rpc.example" });
    expect(faults({ PAY_TO: real.PAY_TO })).toEqual([
      "NETWORK is missing.",
      "RPC_URL is missing.",
      "SETTLER_PRIVATE_KEY or FACILITATOR_URL is missing: one of them settles the payments.",
    ]);
  });
});

describe("what is refused", () => {
  it("names every fault at once", () => {
    const found = faults({ NETWORK: "base", RPC_URL: "nonsense", PORT: "70000", DATABASE_URL: "mysql://x" });
    for (const name of ["NETWORK", "RPC_URL", "PAY_TO", "SETTLER_PRIVATE_KEY", "PORT", "DATABASE_URL"]) {
      expect(found.join("\n")).toContain(name);
    }
  });

  it("is a test wallet or a test key on a real network", () => {
    const source = { ...real, PAY_TO: testAccount("seller").address, SETTLER_PRIVATE_KEY: testPrivateKey("settler") };
    expect(faults(source)).toHaveLength(2);
  });

  it("is to call a real network local", () => {
    const found = faults({ ...real, NETWORK: "eip155:84532", RPC_URL: "http://127.0.0.1:8545", LOCAL_CHAIN: "1" });
    expect(found).toEqual(["LOCAL_CHAIN belongs to the local chain; remove it, or remove NETWORK, RPC_URL, PAY_TO, SETTLER_PRIVATE_KEY."]);
  });
});

it("takes a Postgres of one's own on either chain", () => {
  const DATABASE_URL = "postgres://me@db.example/market";
  expect(readPlan({ DATABASE_URL })).toMatchObject({ network: "local", databaseUrl: DATABASE_URL });
  expect(readPlan({ ...real, DATABASE_URL })).toMatchObject({ network: "real", databaseUrl: DATABASE_URL });
});

it("hands a site on a real network nothing that belongs to tests", () => {
  const settings = realSettings({ ...real, LOCAL_CHAIN: "1", SAMPLE_TOKENS: "[]", PATH: "/bin" }, "postgres://a/b");
  expect(Object.keys(settings).sort()).toEqual(["DATABASE_URL", "NETWORK", "PAY_TO", "RPC_URL", "SETTLER_PRIVATE_KEY"]);
});
