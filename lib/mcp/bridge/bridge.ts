import "server-only";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  type Tool as McpTool,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { formatUsd } from "@/lib/money";
import { MCP_LIMITS } from "../limits";
import { pageOf } from "../pages";
import { BY_NAME, createCalls, isAllowed } from "./calls";
import { createPurse } from "./purse";
import { Refusal, refused } from "./refusal";
import { connectRemote } from "./remote";
import { createShare } from "./share";
import { SPENDING } from "./spending";
import { priceOf, toolList } from "./toolList";
import type { BridgeOptions } from "./types";

export type Bridge = { server: Server; close: () => Promise<void> };

/** A call that runs when the agent leaves is given so long to be written down. */
const LEAVE_MS = 10_000;

/** The market's tools for one agent, paid with one key within one budget. */
export function createBridge(options: BridgeOptions, say: (line: string) => void): Bridge {
  const remote = connectRemote(options.url);
  const tools = toolList(remote);
  const share = createShare();
  const call = createCalls({ options, remote, tools, purse: createPurse(options, remote, tools, say), share });
  const server = new Server(
    { name: "coinslot-bridge", title: "Coinslot", version: "1", websiteUrl: options.url.origin },
    { capabilities: { tools: {}, resources: {} }, instructions: instructionsOf(options) },
  );
  server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => pageOfTools(await tools.all(), params?.cursor, options));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    try {
      return await call(params.name, params.arguments ?? {}, signal);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) => remote.use((client) => client.listResources(params)));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, ({ params }) =>
    remote.use((client) => client.listResourceTemplates(params)),
  );
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => remote.use((client) => client.readResource(params)));
  return {
    server,
    close: async () => {
      await share.idle(LEAVE_MS);
      await Promise.all([server.close(), remote.close()]);
    },
  };
}

function pageOfTools(all: readonly McpTool[], cursor: string | undefined, options: BridgeOptions) {
  const isFree = (tool: McpTool) => priceOf(tool) === null;
  const paid = all.filter((tool) => !isFree(tool) && isAllowed(tool, options)).map(asPaidHere);
  const { items, nextCursor } = pageOf(paid, cursor, MCP_LIMITS.pageSize);
  const free = all.filter(isFree).map((tool) => (tool.name === BY_NAME ? asPaidHere(tool) : tool));
  return { tools: [...(cursor === undefined ? [...free, SPENDING] : []), ...items], ...(nextCursor ? { nextCursor } : {}) };
}

/** Here a call really costs money: agents that ask their user before such a tool should ask. */
function asPaidHere(tool: McpTool): McpTool {
  return {
    ...tool,
    description: `${tool.description ?? ""} This bridge pays it by itself, within its budget.`.trim(),
    annotations: { ...tool.annotations, readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  };
}

function instructionsOf({ maxPerCall, maxPerDay }: BridgeOptions): string {
  return `Tools that are paid for per call. This bridge pays by itself: at most ${formatUsd(maxPerCall)} a call and ${formatUsd(maxPerDay)} a day (UTC). spending says what is left; search_tools, quote and payment_status are free. No answer, no charge. An error outcome_unknown means that the call may have been paid: make the same call again later, it is not paid twice.`;
}
