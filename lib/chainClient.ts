import "server-only";
import { createPublicClient, defineChain, http, type PublicClient } from "viem";
import { MULTICALL3, paymentNetwork } from "./chains";
import { env } from "./env";

/**
 * Not on `globalThis`: Next gives routes and pages copies of viem, and an error that another copy's client
 * throws is no `instanceof` anything here.
 */
const clients = new Map<string, PublicClient>();

/** A client of the network that payments settle on. */
export function settlementChain(): PublicClient {
  const { network } = env();
  const client = chainClient(network);
  if (!client) throw new Error(`no RPC for ${network}`);
  return client;
}

let direct: PublicClient | undefined;

/**
 * The same network, each question on its own: one that waits for a block must not keep the answers of others, which it
 * would in a batch.
 */
export function directChain(): PublicClient {
  const { network, rpcUrl } = env();
  direct ??= makeClient(network, rpcUrl, false);
  return direct;
}

/** A client of the chain with this CAIP-2 id, or null when no RPC is set for it. One per process and chain. */
export function chainClient(caip2: string): PublicClient | null {
  const known = clients.get(caip2);
  if (known) return known;
  const url = env().chainRpcUrls[caip2];
  if (!url) return null;
  const made = makeClient(caip2, url);
  clients.set(caip2, made);
  return made;
}

function makeClient(caip2: string, url: string, batch = true): PublicClient {
  const id = Number(caip2.slice("eip155:".length));
  const known = caip2 === env().network ? paymentNetwork(env().network).name : caip2;
  const chain = defineChain({
    id,
    name: known,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [url] } },
    contracts: { multicall3: { address: MULTICALL3 } },
  });
  const local = env().local !== null;
  return createPublicClient({
    chain,
    transport: http(url, { batch, timeout: local ? 5_000 : 8_000, retryCount: local ? 0 : 1 }),
    pollingInterval: local ? 20 : 500,
    cacheTime: 0,
  });
}
