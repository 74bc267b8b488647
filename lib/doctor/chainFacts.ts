import { type Address, getAddress, isAddress, type PublicClient, parseAbi } from "viem";
import type { ChainFacts, Entry } from "./types";

const abi = parseAbi([
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function balanceOf(address account) view returns (uint256)",
]);

const orNull = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);
/** Whatever a contract says of itself, no name of a token is longer. */
const short = (text: string | null) => text?.slice(0, 200) ?? null;

/** What the chain says of an entry's asset and of whom it pays. Only reads. */
export async function readChainFacts(client: PublicClient, { asset, payTo }: Entry): Promise<ChainFacts> {
  const token = addressOf(asset);
  const read = <N extends "name" | "version" | "DOMAIN_SEPARATOR">(functionName: N) =>
    token ? orNull(client.readContract({ address: token, abi, functionName })) : Promise.resolve(null);
  const [code, separator, name, version, paid] = await Promise.all([
    token ? orNull(client.getCode({ address: token }).then((bytes) => bytes ?? "0x")) : null,
    read("DOMAIN_SEPARATOR"),
    read("name"),
    read("version"),
    orNull(readAccount(client, addressOf(payTo), token)),
  ]);
  return { noToken: code === null ? null : code === "0x", domain: { separator, name: short(name), version: short(version) }, payTo: paid };
}

async function readAccount(client: PublicClient, address: Address | null, token: Address | null): Promise<ChainFacts["payTo"]> {
  if (!address) return null;
  const [code, nonce, wei, tokens] = await Promise.all([
    client.getCode({ address }),
    client.getTransactionCount({ address }),
    client.getBalance({ address }),
    token ? orNull(client.readContract({ address: token, abi, functionName: "balanceOf", args: [address] })) : null,
  ]);
  return { code: Boolean(code && code !== "0x"), nonce, wei, tokens };
}

function addressOf(text: string | null): Address | null {
  return text && isAddress(text, { strict: false }) ? getAddress(text.toLowerCase()) : null;
}
