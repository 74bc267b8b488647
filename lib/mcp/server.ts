import "server-only";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import type { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { CoinslotError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Caller, CallerMemory } from "./caller";
import { callPaid } from "./callPaid";
import { describeTool } from "./describeTool";
import { callTool } from "./free/callTool";
import type { FreeTool } from "./free/freeTool";
import { paymentStatus } from "./free/paymentStatus";
import { quoteTool } from "./free/quoteTool";
import { searchTools } from "./free/searchTools";
import { MCP_LIMITS } from "./limits";
import type { Offered, Shelf } from "./offered";
import { pageOf } from "./pages";
import { listResources, listTemplates, readResource } from "./resources";

const FREE: readonly FreeTool[] = [searchTools, quoteTool, paymentStatus, callTool];

const INSTRUCTIONS = `Tools that are paid for per call, over x402, in USDC. search_tools, quote and payment_status are free. A paid tool that is called without payment gives the terms to sign, as an error; the payment goes into _meta["x402/payment"] of the same call. No answer, no charge. After state "unknown" ask payment_status and do not pay again. Read coinslot://docs/mcp for more.`;

/** Checks nothing here, but making one for every request would cost more than the request. */
const validator = new AjvJsonSchemaValidator();

type Transport = Pick<WebStandardStreamableHTTPServerTransport, "closeSSEStream">;
type Door = { origin: string; shelf: Shelf; memory: CallerMemory; transport: Transport };

/** The market as an MCP server, for one session or one request. */
export function mcpServer({ origin, shelf, memory, transport }: Door): Server {
  const server = new Server(
    { name: "coinslot", title: "Coinslot", version: "1", websiteUrl: origin },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator: validator },
  );
  server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => {
    const { items, nextCursor } = pageOf(await shelf(origin), params?.cursor, MCP_LIMITS.pageSize);
    const free = params?.cursor === undefined ? FREE.map(({ described }) => described) : [];
    return { tools: [...free, ...items.map(describeTool)], ...(nextCursor ? { nextCursor } : {}) };
  });
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, requestId, _meta }) => {
    // A call that was given up gets no reply, so nothing else would ever close its stream. What is paid goes on to its end:
    // its answer is kept, and the same call with the same payment finds it.
    signal.addEventListener("abort", () => transport.closeSSEStream(requestId), { once: true });
    return call(await shelf(origin), params.name, params.arguments ?? {}, { origin, memory, meta: _meta });
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: listResources() }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: listTemplates() }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) =>
    readResource(params.uri, origin, await shelf(origin)).catch((error: unknown) => {
      throw asProtocolError(error);
    }),
  );
  return server;
}

async function call(offered: readonly Offered[], name: string, args: Record<string, unknown>, caller: Caller): Promise<CallToolResult> {
  const free = FREE.find(({ described }) => described.name === name);
  if (free) return free.run(args, caller, offered);
  const paid = offered.find((o) => o.name === name);
  if (!paid) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${name.slice(0, 100)}. search_tools finds tools.`);
  return callPaid(paid, args, caller);
}

/** What may be said of an error outside of a tool's result. */
function asProtocolError(error: unknown): McpError {
  if (error instanceof McpError) return error;
  if (CoinslotError.is(error)) return new McpError(ErrorCode.InternalError, error.message, error.toJSON());
  log("error", "unexpected_error", { error });
  return new McpError(ErrorCode.InternalError, "Something broke on our side.");
}
