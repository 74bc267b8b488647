import "server-only";
import { CoinslotError } from "@/lib/errors";
import { type HttpAnswer, jsonAnswer } from "@/lib/http";
import { formatUsd } from "@/lib/money";
import { engine } from "@/lib/settlement/engine";
import type { Tool } from "@/lib/tools/define";
import { challenge } from "./challenge";
import { emptyInputFault, type ReadInput, readInput } from "./input";
import { offer } from "./priceLock";
import { ready } from "./ready";
import { type RouteHandlers, routeHandlers } from "./route";
import type { RequestFacts } from "./types";

/** A tool's free quote: `export const { GET, POST, HEAD, OPTIONS } = quoted(tool)`. */
export function quoted(tool: Tool): RouteHandlers {
  return routeHandlers(tool, (facts) => quote(tool, facts));
}

/**
 * The exact price of this very call, until when it is good, and whether the call would be made now: input, backend and
 * settlement. `accepts` are the terms to sign (x402 v2); a payment made on them is taken until `expires_at`, whatever the
 * price is by then. Wrong input is 400, as on the paid route.
 */
export async function quote(tool: Tool, facts: RequestFacts): Promise<HttpAnswer> {
  const read = readInput(tool, facts);
  if (read.kind === "empty") throw emptyInputFault(tool);
  const terms = challenge(tool, { ...facts, resource: facts.resource.replace(/\/quote$/, "") }, read);
  const goodUntil = await offer(terms);
  const obstacle = findObstacle(tool, read);
  const { requirements, resource } = terms;
  return jsonAnswer(200, {
    tool: tool.definition.slug,
    resource,
    method: terms.method,
    ...(tool.definition.charges4xx ? { charges4xx: true } : {}),
    price: formatUsd(BigInt(requirements.amount)),
    amount: requirements.amount,
    asset: requirements.asset,
    network: requirements.network,
    expires_at: new Date(goodUntil).toISOString(),
    ...(terms.priced ? { made: terms.priced.made } : {}),
    would_run: obstacle === null,
    ...(obstacle ? { obstacle } : {}),
    x402Version: 2,
    accepts: [requirements],
  });
}

function findObstacle(tool: Tool, read: ReadInput): Record<string, unknown> | null {
  try {
    if (engine().gas() === "empty") return new CoinslotError("settlement_unavailable").toJSON();
    ready(tool, read);
    return null;
  } catch (error) {
    if (CoinslotError.is(error)) return error.toJSON();
    throw error;
  }
}
