import "server-only";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { isInitializeRequest } from "@modelcontextprotocol/sdk/types.js";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { publicOrigin } from "@/lib/origin";
import { MAX_INPUT_BYTES } from "@/lib/payments/input";
import type { X402Version } from "@/lib/payments/types";
import { readBody } from "@/lib/readBody";
import { allowedCaller } from "./allowedCaller";
import type { CallerMemory } from "./caller";
import { MCP_CORS, mcpPreflight } from "./cors";
import { MCP_LIMITS } from "./limits";
import { marketShelf, type Offered, type Shelf } from "./offered";
import { rpcError } from "./rpcError";
import { mcpServer } from "./server";
import { marketSessions, type Session, type Sessions } from "./sessions";
import { whenOver } from "./whenOver";

type Handler = (request: Request) => Promise<Response>;
export type McpDoor = { GET: Handler; POST: Handler; DELETE: Handler; OPTIONS: Handler };

/**
 * Streamable HTTP. Who says hello gets a session; who sends no session id is served all the same, request by request. A
 * session that is over is 404, as the specification has it, so that its client says hello again.
 */
export function mcpDoor({ shelf = marketShelf, sessions = marketSessions }: { shelf?: Shelf; sessions?: () => Sessions } = {}): McpDoor {
  const guarded =
    (serve: Handler): Handler =>
    async (request) => {
      try {
        allowedCaller(request, env().publicUrl);
        return withCors(await serve(request));
      } catch (error) {
        return withCors(rpcError(error));
      }
    };
  const ofSession = (request: Request) => {
    const id = request.headers.get("mcp-session-id");
    return id === null ? null : known(sessions().find(id));
  };
  return {
    POST: guarded(async (request) => {
      const origin = publicOrigin(request);
      const parsedBody = await readJson(request, mostBytes(await shelf(origin)));
      const session = ofSession(request);
      if (session) return through(session, request, parsedBody);
      const memory = memoryOf(request);
      const begun = isInitializeRequest(parsedBody) ? await sessions().begin(origin, shelf, memory) : null;
      return begun ? through(begun, request, parsedBody) : withoutSession({ request, parsedBody, origin, shelf, memory });
    }),
    GET: guarded(async (request) => {
      const session = ofSession(request);
      if (session) return through(session, request);
      // Somebody opened the address in a browser.
      if (request.headers.get("accept")?.includes("text/html")) return Response.redirect(`${publicOrigin(request)}/docs/mcp`, 303);
      throw new CoinslotError("method_not_allowed", "Send POST, or GET with the id of a session.", { hint: "Read /docs/mcp." });
    }),
    DELETE: guarded(async (request) => {
      const session = ofSession(request);
      if (session) return through(session, request);
      throw new CoinslotError("method_not_allowed", "Only a session can be ended.");
    }),
    OPTIONS: async () => mcpPreflight(),
  };
}

/** `/mcp?x402Version=1`: for version 1 clients that read `structuredContent` and nothing else. */
function memoryOf(request: Request): CallerMemory {
  const asked = new URL(request.url).searchParams.get("x402Version");
  return { version: asked === "1" || asked === "2" ? (Number(asked) as X402Version) : null };
}

function known(session: Session | null): Session {
  if (session) return session;
  throw new CoinslotError("not_found", "This session is over.", { hint: "Initialize again, or send no Mcp-Session-Id." });
}

async function through(session: Session, request: Request, parsedBody?: unknown): Promise<Response> {
  session.open += 1;
  const over = () => {
    session.open -= 1;
    session.usedAt = Date.now();
  };
  try {
    const response = await session.transport.handleRequest(request, parsedBody === undefined ? {} : { parsedBody });
    return whenOver(response, request.signal, over);
  } catch (error) {
    over();
    throw error;
  }
}

type Alone = { request: Request; parsedBody: unknown; origin: string; shelf: Shelf; memory: CallerMemory };

async function withoutSession({ request, parsedBody, origin, shelf, memory }: Alone): Promise<Response> {
  const accept = request.headers.get("accept") ?? "";
  // Plain clients (curl, a proxy) take JSON only; the SDK would refuse them.
  const enableJsonResponse = !accept.includes("text/event-stream");
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse });
  await mcpServer({ origin, shelf, memory, transport }).connect(transport);
  const headers = new Headers(request.headers);
  headers.set("accept", "application/json, text/event-stream");
  return transport.handleRequest(new Request(request.url, { method: "POST", headers }), { parsedBody });
}

async function readJson(request: Request, most: number): Promise<unknown> {
  const text = await readBody(request, most);
  try {
    return JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json");
  }
}

function mostBytes(offered: readonly Offered[]): number {
  return MCP_LIMITS.envelopeBytes + offered.reduce((most, { tool }) => Math.max(most, tool.definition.maxInputBytes ?? 0), MAX_INPUT_BYTES);
}

function withCors(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(MCP_CORS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
