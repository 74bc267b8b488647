import type { ToolContext } from "../../tools/define";
import type { Web } from "../types";

/** What a tool of the web is run with in a test. */
export function webContext(web: Web, signal: AbortSignal = new AbortController().signal): ToolContext {
  return { signal, homeChain: "eip155:84532", chain: () => null, web };
}
