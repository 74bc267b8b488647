import "server-only";
import { CORS_HEADERS, preflight } from "@/lib/cors";
import { errorAnswer, type HttpAnswer, toResponse } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";
import { readBody } from "@/lib/readBody";
import type { Tool } from "@/lib/tools/define";
import { MAX_INPUT_BYTES } from "./input";
import type { RequestFacts } from "./types";

type Handler = (request: Request) => Promise<Response>;
export type RouteHandlers = { GET: Handler; POST: Handler; HEAD: Handler; OPTIONS: Handler };

/** The thin adapter between Next's requests and the pipeline: the tool's own limits and shape of errors are kept here. */
export function routeHandlers(tool: Tool, serve: (facts: RequestFacts) => Promise<HttpAnswer>): RouteHandlers {
  const maxBytes = tool.definition.maxInputBytes ?? MAX_INPUT_BYTES;
  const handle = async (request: Request, method: "GET" | "POST"): Promise<Response> => {
    const answer = await readFacts(request, method, maxBytes).then(serve).catch(errorAnswer);
    return toResponse({ ...reshaped(tool, answer), headers: { ...answer.headers, ...CORS_HEADERS } });
  };
  return {
    GET: (request) => handle(request, "GET"),
    POST: (request) => handle(request, "POST"),
    HEAD: async (request) => {
      // Asks for the terms, never for an answer: a payment on HEAD is not looked at.
      const bare = new Request(request.url, { method: "GET", headers: { host: request.headers.get("host") ?? "" } });
      const response = await handle(bare, "GET");
      return new Response(null, { status: response.status, headers: response.headers });
    },
    OPTIONS: async () => preflight(),
  };
}

async function readFacts(request: Request, method: "GET" | "POST", maxBytes: number): Promise<RequestFacts> {
  const receivedAt = new Date();
  const url = new URL(request.url);
  return {
    method,
    resource: `${publicOrigin(request)}${url.pathname}`,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: method === "POST" ? await readBody(request, maxBytes) : "",
    receivedAt,
  };
}

function reshaped({ tellError }: Tool, answer: HttpAnswer): HttpAnswer {
  if (!tellError || answer.status < 400 || answer.status === 402 || typeof answer.body !== "string") return answer;
  return { ...answer, body: JSON.stringify(tellError(answer.status, JSON.parse(answer.body) as Record<string, unknown>)) };
}
