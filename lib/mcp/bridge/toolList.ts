import type { Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import { isNetwork } from "@/lib/chains";
import { isRecord } from "@/lib/payments/wire";
import { PRICE_KEY } from "../keys";
import type { Remote } from "./remote";
import type { ListedPrice } from "./terms";

const FRESH_MS = 60_000;

export type ToolList = {
  all: () => Promise<McpTool[]>;
  find: (name: string) => Promise<McpTool | undefined>;
  /** Asks again before it answers: something did not fit. */
  renew: () => void;
};

/** The market's tools, kept for a minute. */
export function toolList(remote: Remote): ToolList {
  let kept: { at: number; tools: Promise<McpTool[]> } | null = null;
  const all = () => {
    if (!kept || Date.now() - kept.at > FRESH_MS) {
      const tools = remote.listTools();
      kept = { at: Date.now(), tools };
      tools.catch(() => {
        if (kept?.tools === tools) kept = null;
      });
    }
    return kept.tools;
  };
  return {
    all,
    find: async (name) => (await all()).find((tool) => tool.name === name),
    renew: () => {
      kept = null;
    },
  };
}

/** What a tool costs; null for a free one. */
export function priceOf(tool: McpTool): ListedPrice | null {
  const price = tool._meta?.[PRICE_KEY];
  if (!isRecord(price)) return null;
  const { amount, network, from } = price;
  if (typeof amount !== "string" || !/^\d{1,20}$/.test(amount) || !isNetwork(network)) return null;
  return { amount: BigInt(amount), network, from: from === true };
}
