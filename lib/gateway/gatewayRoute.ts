import "server-only";
import { CORS_HEADERS, preflightFor } from "@/lib/cors";
import { CoinslotError } from "@/lib/errors";
import { errorAnswer, type HttpAnswer, toResponse } from "@/lib/http";
import { decode } from "@/lib/payments/decode";
import { givenBefore } from "@/lib/payments/givenBefore";
import { readInput } from "@/lib/payments/input";
import { ledger } from "@/lib/payments/ledger";
import { pay } from "@/lib/payments/paid";
import type { RequestFacts } from "@/lib/payments/types";
import { findOperation } from "@/lib/specs/findOperation";
import type { Tool } from "@/lib/tools/define";
import { type FoundListing, findListing, type ListedRoute } from "./findListing";
import { readCall } from "./readCall";
import type { OperationShape } from "./types";

type Place = { seller: string; tool: string };
type Handler = (request: Request, context: { params: Promise<Place> }) => Promise<Response>;

/** The address of a listing: what stands behind it is its API's own. */
const BASE = /^\/api\/v1\/g\/[^/]+\/[^/]+/;

/** A seller's API as a paid route, every method of it. */
export const gatewayRoute: Handler = async (request, { params }) => {
  const { seller, tool: name } = await params;
  const below = new URL(request.url).pathname.replace(BASE, "") || "/";
  if (request.method === "OPTIONS") return allow(await routesOf(seller, name).catch(() => []), below);
  const answer = await serve(request, { seller, tool: name }, below).catch((error: unknown) => errorAnswer(error, { charged: false }));
  const bare = request.method === "HEAD" ? { ...answer, body: null } : answer;
  return toResponse({ ...bare, headers: { ...answer.headers, ...CORS_HEADERS } });
};

async function serve(given: Request, { seller, tool: name }: Place, below: string): Promise<HttpAnswer> {
  // Asks for the terms, never for an answer: a payment on HEAD is not looked at.
  const request = given.method === "HEAD" ? new Request(given.url, { headers: { host: given.headers.get("host") ?? "" } }) : given;
  const listing = await ledger(() => findListing(seller, name));
  if (!listing || listing.state === "draft") throw notHere("There is no listing at this address.");
  const route = findRoute(listing.routes, request.method, below);
  if ("allowed" in route) return wrongMethod(request.method, route.allowed);
  const facts = await readCall(route.tool as Tool & { shape: OperationShape }, request, below);
  return route.sold ? pay(route.tool, facts) : givenOnly(listing, route, facts);
}

/** What is sold wins over what was sold at the same address once. */
function findRoute(routes: ListedRoute[], method: string, below: string): ListedRoute | { allowed: string[] } {
  const sold = findOperation(
    routes.filter((route) => route.sold),
    method,
    below,
  );
  if (sold.kind === "found") return sold.shape;
  const any = findOperation(routes, method, below);
  if (any.kind === "found") return any.shape;
  if (any.kind === "other_method") return { allowed: any.allowed };
  throw notHere("This listing sells nothing at this path.");
}

/** It is off the shelves: whoever paid before is still given the answer, and nobody else. */
async function givenOnly(listing: FoundListing, { tool }: ListedRoute, facts: RequestFacts): Promise<HttpAnswer> {
  const given = await givenBefore(tool, facts, readInput(tool, facts), decode(facts.headers));
  if (given) return given;
  throw new CoinslotError("listing_off", tool.unavailable?.() ?? undefined, {
    reason: listing.state === "public" ? "not_sold" : `listing_${listing.state}`,
    hint: "Nothing was charged. The catalog lists what is sold now.",
  });
}

function wrongMethod(method: string, allowed: string[]): HttpAnswer {
  const error = new CoinslotError("method_not_allowed", `This path does not take ${method}; it takes ${allowed.join(", ")}.`);
  const answer = errorAnswer(error, { charged: false });
  return { ...answer, headers: { ...answer.headers, allow: withAsking(allowed).join(", ") } };
}

async function routesOf(seller: string, name: string): Promise<ListedRoute[]> {
  return (await findListing(seller, name))?.routes ?? [];
}

function allow(routes: ListedRoute[], below: string): Response {
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => findOperation(routes, method, below).kind === "found");
  const names = routes.flatMap(({ tool }) => tool.shape?.parts.filter(({ place }) => place === "header").map((part) => part.name) ?? []);
  return preflightFor({ methods: withAsking(methods), headers: [...new Set(names)].slice(0, 50) });
}

function withAsking(methods: string[]): string[] {
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}

function notHere(message: string): CoinslotError {
  return new CoinslotError("not_found", message, { hint: "The catalog lists what is sold here, with its address." });
}
