type Source = Record<string, string | undefined>;

/** Any of these says that the payments are meant for a network outside this machine. */
const REAL_NETWORK = ["NETWORK", "RPC_URL", "PAY_TO", "SETTLER_PRIVATE_KEY", "FACILITATOR_URL"] as const;

/** What the market sets itself when it runs the local chain; nobody else may. */
export const LOCAL_ONLY = ["LOCAL_CHAIN", "TEST_MINTER_PRIVATE_KEY", "TEST_SELLER_PRIVATE_KEY", "SAMPLE_TOKENS", "SAMPLE_PLACES"] as const;

/** One setting of a real network is enough: half a set must fail by name rather than fall back on test money. */
export function chooseNetwork(source: Source): "local" | "real" {
  return REAL_NETWORK.some((name) => source[name]) ? "real" : "local";
}

/** Faults of settings that only a local chain may have, when a real network was chosen. */
export function localOnlyFaults(source: Source): string[] {
  return LOCAL_ONLY.filter((name) => source[name]).map(
    (name) => `${name} belongs to the local chain; remove it, or remove ${REAL_NETWORK.filter((n) => source[n]).join(", ")}.`,
  );
}
