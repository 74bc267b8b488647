import { type Address, createPublicClient, http, type PublicClient } from "viem";
import { baseSepolia } from "viem/chains";
import { EXCHANGE } from "@/lib/devnet/genesis/placeUniswap";
import { NO_WEB } from "@/lib/testing/noWeb";
import { ToolRefusal } from "@/lib/tools/refusal";
import { tokenSafety } from "@/lib/tools/token-safety/tool";
import { readAnswer } from "./readAnswer";
import type { Answered, Cost } from "./types";

/** Asks the tool's own function, over a wire that counts and, if wished, takes its time. */
export function openEngine(rpcUrl: string, latency: number): (token: Address) => Promise<Answered> {
  return async (token) => {
    const cost: Cost = { ms: 0, trips: 0, calls: 0 };
    const fetchFn: typeof fetch = async (input, init) => {
      cost.trips++;
      const body: unknown = JSON.parse(String(init?.body));
      cost.calls += Array.isArray(body) ? body.length : 1;
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      return fetch(input, init);
    };
    const transport = http(rpcUrl, { batch: true, timeout: 8_000, retryCount: 0, fetchFn });
    const client = createPublicClient({ chain: baseSepolia, transport, cacheTime: 0 }) as PublicClient;
    const { schema, run, definition } = tokenSafety;
    const ctx = {
      signal: AbortSignal.timeout(definition.timeoutMs),
      homeChain: "eip155:84532",
      chain: (id: string) => (id === "eip155:84532" ? client : null),
      contracts: EXCHANGE,
      web: NO_WEB,
    };
    const began = performance.now();
    try {
      const answer = schema.output.parse(await run(schema.input.parse({ token }), ctx));
      cost.ms = performance.now() - began;
      return { ...readAnswer(answer), cost };
    } catch (error) {
      cost.ms = performance.now() - began;
      return {
        got: "refused",
        summary: error instanceof ToolRefusal ? `${error.reason}: ${error.message}` : String(error),
        trouble: [],
        cost,
      };
    }
  };
}
