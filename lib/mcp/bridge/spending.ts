import type { CallToolResult, Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import { formatUsd } from "@/lib/money";
import { answered } from "../results";
import type { BookState } from "./book";
import { dayOf, spentOn } from "./budget";
import type { BridgeOptions } from "./types";

const SHOWN = 20;

export const SPENDING: McpTool = {
  name: "spending",
  title: "Spending",
  description: "What this bridge spent today, what is left of its budget, and the newest payments. Free.",
  inputSchema: { type: "object", properties: {} },
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
};

export function spending(state: BookState, options: BridgeOptions, now = new Date()): CallToolResult {
  const { spent, held, calls } = spentOn(state, dayOf(now));
  const left = options.maxPerDay - spent - held;
  return answered({
    payer: options.account?.address ?? null,
    day_utc: dayOf(now),
    spent: formatUsd(spent),
    paid_calls: calls,
    set_aside: formatUsd(held),
    left: formatUsd(left > 0n ? left : 0n),
    limits: {
      per_call: formatUsd(options.maxPerCall),
      per_day: formatUsd(options.maxPerDay),
      tools: options.tools ? [...options.tools] : "all",
    },
    newest: state.last
      .slice(-SHOWN)
      .reverse()
      .map(({ amount, ...entry }) => ({ ...entry, amount: formatUsd(BigInt(amount)) })),
  });
}
