import type { Address, Hex, PublicClient } from "viem";
import type { RawReceipt } from "./receipt";

/** What settlement asks of a node, in the node's own words: no parsing that isn't needed. Null: the node has none. */
export function node(client: PublicClient) {
  // viem types the methods that it parses itself; these answers are taken as the node gives them.
  const ask = <T>(method: string, params: unknown[]): Promise<T> =>
    client.request({ method, params } as unknown as Parameters<PublicClient["request"]>[0]) as Promise<T>;
  return {
    receipt: (hash: Hex) => ask<RawReceipt | null>("eth_getTransactionReceipt", [hash]),
    transaction: (hash: Hex) => ask<object | null>("eth_getTransactionByHash", [hash]),
    block: (tag: "latest" | bigint) =>
      ask<{ number: Hex; hash: Hex; timestamp: Hex; baseFeePerGas?: Hex } | null>("eth_getBlockByNumber", [
        typeof tag === "bigint" ? `0x${tag.toString(16)}` : tag,
        false,
      ]),
    nonce: async (address: Address, tag: "latest" | "pending") => Number(await ask<Hex>("eth_getTransactionCount", [address, tag])),
    balance: async (address: Address) => BigInt(await ask<Hex>("eth_getBalance", [address, "latest"])),
    tip: async () => BigInt(await ask<Hex>("eth_maxPriorityFeePerGas", [])),
    sendRaw: (raw: Hex) => client.request({ method: "eth_sendRawTransaction", params: [raw] }, { retryCount: 0 }),
    /** Answers with the receipt (EIP-7966). */
    sendRawSync: (raw: Hex) =>
      client.request({ method: "eth_sendRawTransactionSync", params: [raw] } as never, { retryCount: 0 }) as Promise<RawReceipt>,
  };
}

export type Node = ReturnType<typeof node>;
