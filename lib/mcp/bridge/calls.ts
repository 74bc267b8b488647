import "server-only";
import type { CallToolResult, Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import { mcpName } from "@/lib/discovery/mcpName";
import { isRecord } from "@/lib/payments/wire";
import { callId } from "./callId";
import { payCall } from "./payCall";
import type { Purse } from "./purse";
import { reconcile } from "./reconcile";
import { Refusal } from "./refusal";
import type { Remote } from "./remote";
import type { Share } from "./share";
import { SPENDING, spending } from "./spending";
import { priceOf, type ToolList } from "./toolList";
import type { BridgeOptions } from "./types";

/** The market's own way to call what no list showed. Here it is a call of that tool, with that tool's limits. */
export const BY_NAME = "call_tool";

type Parts = { options: BridgeOptions; remote: Remote; tools: ToolList; purse: Purse; share: Share };
type Call = (name: string, args: Record<string, unknown>, signal: AbortSignal) => Promise<CallToolResult>;

/** What a call of the agent comes to: told here, asked of the market, or paid for. */
export function createCalls({ options, remote, tools, purse, share }: Parts): Call {
  const call: Call = async (name, args, signal) => {
    if (name === SPENDING.name) {
      if (options.account) await reconcile(await purse.payer());
      return spending(await (await purse.book()).read(), options);
    }
    if (name === BY_NAME) return call(mcpName(String(args.tool ?? "")), isRecord(args.input) ? args.input : {}, signal);
    const tool = await tools.find(name);
    if (!tool) throw new Refusal("tool_not_allowed", `The market lists no tool ${name}.`, "search_tools finds tools.");
    if (priceOf(tool) === null) return remote.call(name, args);
    if (!isAllowed(tool, options)) throw new Refusal("tool_not_allowed", "", `Whoever runs the bridge can allow it: --tools ${name}`);
    const payer = await purse.payer();
    return share.run(callId(options.url, name, args), signal, () => payCall(payer, name, args));
  };
  return call;
}

export function isAllowed(tool: McpTool, { tools }: Pick<BridgeOptions, "tools">): boolean {
  return tools === null || tools.has(tool.name);
}
