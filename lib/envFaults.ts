import type { Hex } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { privateKeys, serviceUrls } from "./envSchema";
import { readCredentials } from "./settlement/facilitators/credentials";

/** The mnemonic that every development chain knows, and so does everybody who steals from one. */
export const TEST_MNEMONIC = "test test test test test test test test test test test junk";

const loopback = (url: string) => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);

/** What is wrong with settings (as text) that stand beside each other, though each by itself is well formed. */
export function envFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  if (!given.SETTLER_PRIVATE_KEY && !given.FACILITATOR_URL) {
    faults.push("SETTLER_PRIVATE_KEY or FACILITATOR_URL is missing: one of them settles the payments.");
  }
  return [
    ...faults,
    ...facilitatorFaults(given),
    ...inferenceFaults(given),
    ...(given.LOCAL_CHAIN === "1" ? localFaults(given) : testKeyFaults(given)),
  ];
}

function facilitatorFaults({ FACILITATOR_URL, FACILITATOR_KEYS, ...given }: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  const urls = serviceUrls.safeParse(FACILITATOR_URL);
  if (FACILITATOR_KEYS && !FACILITATOR_URL) faults.push("FACILITATOR_KEYS goes with FACILITATOR_URL only.");
  if (FACILITATOR_KEYS && urls.success) faults.push(...readCredentials(FACILITATOR_KEYS, urls.data).faults);
  if (given.FACILITATOR_ACCESS_KEYS && !given.SETTLER_PRIVATE_KEY) {
    faults.push("FACILITATOR_ACCESS_KEYS goes with SETTLER_PRIVATE_KEY only: whoever settles for others pays the gas.");
  }
  if (given.GAS_FLOOR_USD_PER_ETH && !given.SETTLER_PRIVATE_KEY) {
    faults.push("GAS_FLOOR_USD_PER_ETH goes with SETTLER_PRIVATE_KEY only: otherwise the gas is paid by others.");
  }
  return faults;
}

function inferenceFaults(given: Record<string, string | undefined>): string[] {
  const urls = serviceUrls.safeParse(given.INFERENCE_BASE_URL).data ?? [];
  const keys = given.INFERENCE_API_KEY?.split(",") ?? [];
  const faults: string[] = [];
  if (keys.length > urls.length) faults.push("INFERENCE_API_KEY has more keys than INFERENCE_BASE_URL has addresses.");
  if (urls.length > 0 && !given.INFERENCE_MODELS) {
    faults.push(
      "INFERENCE_MODELS is missing: what nobody has priced is not sold. Name models with dollars a million tokens, or * for all.",
    );
  }
  urls.forEach((url, i) => {
    if (keys[i] && keys[i] !== "-" && url.startsWith("http:") && !loopback(url)) {
      faults.push(`INFERENCE_API_KEY: key ${i + 1} would be sent in the clear; its address must start with https://.`);
    }
  });
  return faults;
}

function localFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  if (given.NETWORK !== "eip155:84532") faults.push("LOCAL_CHAIN=1 goes with NETWORK=eip155:84532 only.");
  if (given.RPC_URL && URL.canParse(given.RPC_URL) && !loopback(given.RPC_URL)) {
    faults.push("LOCAL_CHAIN=1 goes with an RPC_URL on this machine only.");
  }
  for (const name of ["TEST_MINTER_PRIVATE_KEY", "TEST_SELLER_PRIVATE_KEY"]) {
    if (!given[name]) faults.push(`${name} is missing.`);
  }
  for (const name of ["SAMPLE_SITE_URL", "SAMPLE_API_URL"]) {
    const url = given[name];
    if (url && URL.canParse(url) && !loopback(url)) faults.push(`${name} must be on this machine.`);
  }
  return faults;
}

/** A real network never runs with a key that anybody can look up. */
function testKeyFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  for (const name of [
    "TEST_MINTER_PRIVATE_KEY",
    "TEST_SELLER_PRIVATE_KEY",
    "SAMPLE_TOKENS",
    "SAMPLE_PLACES",
    "SAMPLE_SITE_URL",
    "SAMPLE_API_URL",
    "ALLOW_LOCAL_FETCH",
  ]) {
    if (given[name]) faults.push(`${name} is for the local chain only; remove it on a real network.`);
  }
  const publicly = testAddresses();
  if (given.PAY_TO && publicly.has(given.PAY_TO.toLowerCase())) {
    faults.push("PAY_TO is a publicly known test wallet; anybody could take the money.");
  }
  for (const operator of given.OPERATORS?.toLowerCase().split(",") ?? []) {
    if (publicly.has(operator.trim())) faults.push("OPERATORS names a publicly known test wallet; anybody could take listings down.");
  }
  const refunder = privateKeys.safeParse(given.REFUNDER_PRIVATE_KEY ?? "");
  if (refunder.success && refunder.data.some((key) => isTestKey(key, publicly))) {
    faults.push("REFUNDER_PRIVATE_KEY is a publicly known test key; anybody could take what sellers allowed it.");
  }
  const keys = privateKeys.safeParse(given.SETTLER_PRIVATE_KEY ?? "");
  if (keys.success && keys.data.some((key) => isTestKey(key, publicly))) {
    faults.push("SETTLER_PRIVATE_KEY is a publicly known test key; anybody could spend its gas.");
  }
  return faults;
}

function isTestKey(key: Hex, known: Set<string>): boolean {
  return known.has(privateKeyToAccount(key).address.toLowerCase());
}

let known: Set<string> | undefined;

/** The first twenty of the mnemonic; each takes some milliseconds to derive. */
function testAddresses(): Set<string> {
  const indices = Array.from({ length: 20 }, (_, addressIndex) => addressIndex);
  known ??= new Set(indices.map((addressIndex) => mnemonicToAccount(TEST_MNEMONIC, { addressIndex }).address.toLowerCase()));
  return known;
}
