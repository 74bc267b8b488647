import "server-only";
import { join } from "node:path";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  type Tool as McpTool,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Network } from "@/lib/chains";
import { paymentNetwork } from "@/lib/chains";
import { mcpName } from "@/lib/discovery/mcpName";
import { formatUsd } from "@/lib/money";
import { isRecord } from "@/lib/payments/wire";
import { MCP_LIMITS } from "../limits";
import { pageOf } from "../pages";
import { type Book, openBook } from "./book";
import { callId } from "./callId";
import { payCall } from "./payCall";
import type { Payer } from "./payer";
import { reconcile } from "./reconcile";
import { Refusal, refused } from "./refusal";
import { connectRemote } from "./remote";
import { createShare } from "./share";
import { SPENDING, spending } from "./spending";
import { priceOf, toolList } from "./toolList";
import type { BridgeOptions } from "./types";

export type Bridge = { server: Server; close: () => Promise<void> };

/** The market's tools for one agent, paid with one key within one budget. */
export function createBridge(options: BridgeOptions, say: (line: string) => void): Bridge {
  const remote = connectRemote(options.url);
  const tools = toolList(remote);
  const share = createShare();
  const may = (tool: McpTool) => priceOf(tool) === null || options.tools === null || options.tools.has(tool.name);

  const network = async (): Promise<Network> => {
    if (options.network) return options.network;
    const listed = (await tools.all()).map(priceOf).find((price) => price !== null);
    if (!listed) throw new Refusal("terms_refused", "The market lists no price.", "Name the network with --network.");
    return listed.network;
  };
  const bookOf = async (): Promise<Book> => {
    const { chainId } = paymentNetwork(await network());
    return openBook(join(options.stateDir, `spending-${chainId}-${options.account?.address.toLowerCase() ?? "nobody"}.json`));
  };
  const payerOf = async (): Promise<Payer> => {
    const { account } = options;
    if (!account) throw new Refusal("no_key", "", "Whoever runs the bridge gives it COINSLOT_PRIVATE_KEY or --key-file.");
    return { options, account, network: await network(), remote, tools, book: await bookOf(), say };
  };

  const call = async (name: string, args: Record<string, unknown>, signal: AbortSignal): Promise<CallToolResult> => {
    if (name === SPENDING.name) {
      if (options.account) await reconcile(await payerOf());
      return spending(await (await bookOf()).read(), options);
    }
    // The market's own way to call what no list showed is a call of that tool here.
    if (name === "call_tool") return call(mcpName(String(args.tool ?? "")), isRecord(args.input) ? args.input : {}, signal);
    const tool = await tools.find(name);
    if (!tool) throw new Refusal("tool_not_allowed", `The market lists no tool ${name}.`, "search_tools finds tools.");
    if (priceOf(tool) === null) return remote.call(name, args);
    if (!may(tool)) throw new Refusal("tool_not_allowed", "", `Whoever runs the bridge can allow it: --tools ${name}`);
    const payer = await payerOf();
    return share.run(callId(options.url, name, args), signal, () => payCall(payer, name, args));
  };

  const server = new Server(
    { name: "coinslot-bridge", title: "Coinslot", version: "1", websiteUrl: options.url.origin },
    { capabilities: { tools: {}, resources: {} }, instructions: instructionsOf(options) },
  );
  server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => {
    const all = await tools.all();
    const paid = all.filter((tool) => priceOf(tool) !== null && may(tool)).map(asPaidHere);
    const { items, nextCursor } = pageOf(paid, params?.cursor, MCP_LIMITS.pageSize);
    const free = params?.cursor === undefined ? [...all.filter((tool) => priceOf(tool) === null), SPENDING] : [];
    return { tools: [...free, ...items], ...(nextCursor ? { nextCursor } : {}) };
  });
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
      await share.idle(10_000);
      await Promise.all([server.close(), remote.close()]);
    },
  };
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
