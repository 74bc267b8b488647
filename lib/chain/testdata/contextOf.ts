import type { PublicClient } from "viem";
import { NO_WEB } from "@/lib/testing/noWeb";
import type { ToolContext } from "@/lib/tools/define";
import type { TestChain } from "@/lib/tools/token-safety/testdata/chain";

/** What a tool may use when it is asked on a test chain. */
export function contextOf(chain: TestChain, client = chain.client as PublicClient): ToolContext {
  return {
    signal: AbortSignal.timeout(15_000),
    homeChain: "eip155:84532",
    chain: (caip2) => (caip2 === "eip155:84532" ? client : null),
    contracts: chain.contracts,
    web: NO_WEB,
  };
}
