import "server-only";
import { CORS_HEADERS } from "@/lib/cors";
import { CoinslotError } from "@/lib/errors";
import { toResponse } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";
import { pathOf } from "@/lib/payments/call";
import { MAX_INPUT_BYTES, readInput } from "@/lib/payments/input";
import { ledger } from "@/lib/payments/ledger";
import { quote } from "@/lib/payments/quote";
import { readBody } from "@/lib/readBody";
import type { Tool } from "@/lib/tools/define";
import { findAnyTool } from "./findTool";
import { requestOf } from "./inputSchema";

/** The free quote of any tool, by its slug. A seller's names the very request that the price is for. */
export async function quoteAny(request: Request, slug: string): Promise<Response> {
  const receivedAt = new Date();
  const tool = await ledger(() => findAnyTool(slug));
  if (!tool) throw new CoinslotError("not_found", "There is no tool of this name.", { hint: "The catalog lists what is sold here." });
  const body = await readBody(request, tool.definition.maxInputBytes ?? MAX_INPUT_BYTES);
  const { headers } = request;
  const facts = { method: "POST" as const, resource: "", path: "", query: new URLSearchParams(), headers, body, receivedAt };
  const path = placeOf(tool, readInput(tool, facts));
  const answer = await quote(tool, { ...facts, path, resource: `${publicOrigin(request)}${path}` });
  return toResponse({ ...answer, headers: { ...answer.headers, ...CORS_HEADERS } });
}

/** The path that this input is called at. */
function placeOf(tool: Tool, read: ReturnType<typeof readInput>): string {
  const [handle, listing] = tool.definition.slug.split("/");
  if (!tool.shape || read.kind === "empty") return pathOf(tool);
  return `/api/v1/g/${handle}/${listing}${requestOf(tool.shape, read.value as Record<string, unknown>).path}`;
}
