import "server-only";
import { chainClient } from "@/lib/chainClient";
import { env } from "@/lib/env";
import { web } from "@/lib/web/web";
import type { ToolContext } from "./define";

/** What a run of a tool may use, until `signal` aborts. */
export function toolContext(signal: AbortSignal, caller?: ToolContext["caller"]): ToolContext {
  const { network, contracts } = env();
  return { signal, homeChain: network, chain: chainClient, web: web(), caller, ...(contracts ? { contracts } : {}) };
}
