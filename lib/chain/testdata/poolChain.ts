import { createPublicClient, http, type PublicClient } from "viem";
import { NO_WEB } from "@/lib/testing/noWeb";
import type { ToolContext } from "@/lib/tools/define";
import { startTestChain } from "@/lib/tools/token-safety/testdata/chain";
import { placeV3 } from "./placeV3";
import { openTrader } from "./trader";

export type PoolChain = Awaited<ReturnType<typeof startPoolChain>>;

/** A chain with the real Uniswap V2 and V3, somebody who trades there, and every request of a tool counted. */
export async function startPoolChain() {
  const chain = await startTestChain();
  const trader = await openTrader(chain, await placeV3(chain));
  let sent = 0;
  const transport = http(chain.url, { batch: true, onFetchRequest: () => void sent++ });
  const counted = createPublicClient({ transport, cacheTime: 0 }) as PublicClient;
  const { weth } = chain.contracts;
  return {
    ...chain,
    ...trader,
    weth,
    /** How many requests the tools have sent to the node since the last time that this was asked. */
    trips: () => {
      const trips = sent;
      sent = 0;
      return trips;
    },
    /** A token with balances to trade with, against ether. */
    newToken: async () => {
      const token = await chain.deploy("Plain");
      await trader.approve(token);
      return token;
    },
    /** The same node, which keeps the state of its newest block only. */
    forgetful: (): PublicClient => {
      const request = async (call: { method: string; params?: unknown[] }, options?: object) => {
        const head = await counted.request({ method: "eth_blockNumber" });
        const at = call.method === "eth_call" ? call.params?.[1] : head;
        if (at !== head) throw Object.assign(new Error("missing trie node"), { code: -32_000 });
        return counted.request(call as never, options);
      };
      return { ...counted, request: request as PublicClient["request"] };
    },
    mine: (blocks: number) => chain.rpc("anvil_mine", [`0x${blocks.toString(16)}`]),
    context: (over: Partial<ToolContext> = {}): ToolContext => ({
      signal: AbortSignal.timeout(20_000),
      homeChain: "eip155:84532",
      chain: (id) => (id === "eip155:84532" ? counted : null),
      contracts: chain.contracts,
      web: NO_WEB,
      ...over,
    }),
  };
}
