import { setTimeout as wait } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport, StreamableHTTPError } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { type CallToolResult, CallToolResultSchema, ErrorCode, McpError, type Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import { Refusal } from "./refusal";

const TRIES = 3;
const MOST_PAGES = 200;
/** As long as a slow tool and its settlement may take together. */
const CALL_MS = 150_000;

export type Remote = {
  /** Runs `ask` on a connection; one that turns out to be dead is made anew. What `ask` does must be safe to do twice. */
  use: <T>(ask: (client: Client) => Promise<T>) => Promise<T>;
  call: (name: string, args: Record<string, unknown>, meta?: Record<string, unknown>) => Promise<CallToolResult>;
  listTools: () => Promise<McpTool[]>;
  close: () => Promise<void>;
};

type Connection = { client: Client; lost: Promise<never> };

async function connect(url: URL): Promise<Connection> {
  const client = new Client({ name: "coinslot-bridge", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(url) as Parameters<Client["connect"]>[0]);
  // The client only says that a stream broke, and goes on waiting for the answer that would have come on it.
  const lost = new Promise<never>((_, reject) => {
    client.onerror = reject;
  });
  lost.catch(() => undefined);
  return { client, lost };
}

/** The market's end of the bridge: one client, connected when it is needed. */
export function connectRemote(url: URL): Remote {
  let current: Promise<Connection> | null = null;
  const leave = (connection: Promise<Connection>) => {
    if (current === connection) current = null;
    return connection.then(({ client }) => client.close()).catch(() => undefined);
  };
  const use: Remote["use"] = async (ask) => {
    for (let attempt = 1; ; attempt++) {
      current ??= connect(url);
      const mine = current;
      try {
        const { client, lost } = await mine;
        return await Promise.race([ask(client), lost]);
      } catch (error) {
        if (error instanceof McpError && error.code !== ErrorCode.ConnectionClosed) throw isLate(error) ? unreachable(url, error) : error;
        void leave(mine);
        if (attempt >= TRIES || isRejected(error)) throw unreachable(url, error);
        await wait(300 * attempt);
      }
    }
  };
  return {
    use,
    call: (name, args, meta) => use((client) => callOn(client, name, args, meta)),
    listTools: () => use(allTools),
    close: async () => {
      if (current) await leave(current);
    },
  };
}

/** Not `callTool`, which holds answers against the schemas of whatever page was listed last. */
function callOn(client: Client, name: string, args: Record<string, unknown>, meta?: Record<string, unknown>): Promise<CallToolResult> {
  const params = { name, arguments: args, ...(meta ? { _meta: meta } : {}) };
  return client.request({ method: "tools/call", params }, CallToolResultSchema, { timeout: CALL_MS });
}

async function allTools(client: Client): Promise<McpTool[]> {
  const tools: McpTool[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...answer.tools);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return tools;
}

const isLate = ({ code }: McpError) => code === ErrorCode.RequestTimeout;

/** Not the line: the market does not take this request. A session that is over is another matter. */
function isRejected(error: unknown): boolean {
  const { code } = error instanceof StreamableHTTPError ? error : { code: undefined };
  return code !== undefined && code >= 400 && code < 500 && ![404, 408, 429].includes(code);
}

function unreachable(url: URL, cause: unknown): Refusal {
  const why = cause instanceof Error ? cause.message.slice(0, 200) : "";
  return new Refusal("market_unreachable", `${url.origin}: ${why}`, "Is the market running, and is --url right?");
}
