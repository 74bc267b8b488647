import "server-only";
import type { Dispatcher } from "undici";
import { unseal } from "@/lib/secrets/seal";
import type { PlainRequest } from "@/lib/specs/toRequest";
import type { ToolContext } from "@/lib/tools/define";
import type { Flow } from "@/lib/tools/flow";
import { RawAnswer } from "@/lib/tools/rawAnswer";
import { deadline } from "@/lib/web/deadline";
import type { Hop } from "@/lib/web/hop";
import type { ListingPolicy } from "../types";
import { addressOf } from "./address";
import { flows, openFlow } from "./flow";
import { readAnswer } from "./readAnswer";
import { refusalFor } from "./refusalFor";
import { broken, unusable, wireRefusal } from "./refusals";
import { credentialOf, withoutSecret } from "./secret";
import { takeTurn } from "./turns";
import { walk } from "./walk";

/** Of a listing, what its calls need. */
export type UpstreamListing = {
  id: string;
  upstream: string;
  policy: ListingPolicy;
  secret: Uint8Array | null;
  signingKey: Uint8Array | null;
};

export type UpstreamCall = {
  listing: UpstreamListing;
  /** The tool's slug. */
  tool: string;
  request: PlainRequest;
  accept: string;
  userAgent: string;
  caller: ToolContext["caller"];
  signal: AbortSignal;
  agent: Dispatcher;
};

/** More than this is given on for nobody, whatever the seller allows. */
const MOST_BYTES = 10_000_000;
/** Of a flow; all of it is kept for the payer. */
const MOST_FLOW_BYTES = 5_000_000;
/** The upstream's time is up a little before the tool's, so that the reason is known. */
const AHEAD_MS = 100;

/**
 * One call of a seller's API: its answer as it is, or as it flows. Throws a `ToolRefusal` with a reason `upstream_…`: then
 * there is no answer, and nothing to charge for.
 */
export async function callUpstream(call: UpstreamCall): Promise<RawAnswer | Flow> {
  const leave = takeTurn(call.listing.id);
  const clock = deadline(Math.max(call.listing.policy.timeoutMs - AHEAD_MS, 50), call.signal);
  let flowing = false;
  try {
    const { policy } = call.listing;
    const { credential, secret, signingKey } = keysOf(call.listing);
    const { request } = call;
    const url = addressOf(call.listing.upstream, request.path, request.query);
    const body = bodyOf(request);
    const hop = await walk(url, {
      ...call,
      method: request.method,
      given: request.headers,
      body,
      credential,
      signingKey,
      signal: clock.signal,
    });
    if (hop.status >= 500) {
      hop.leave();
      throw broken(hop.status);
    }
    if (hop.status >= 400) {
      const refusal = await refusalFor(hop, policy, (text) => withoutSecret(text, secret));
      if (refusal) throw refusal;
    }
    const contentType = contentTypeOf(hop);
    if (hop.status < 300 && flows(hop)) {
      const maxBytes = Math.min(policy.maxAnswerBytes, MOST_FLOW_BYTES);
      const flow = await openFlow(hop, { contentType, maxBytes, signal: call.signal, onEnd: leave });
      flowing = !(flow instanceof RawAnswer);
      return flow;
    }
    return new RawAnswer(statusOf(hop), contentType, await readAnswer(hop, Math.min(policy.maxAnswerBytes, MOST_BYTES)));
  } catch (error) {
    throw wireRefusal(error, clock.signal);
  } finally {
    clock.end();
    if (!flowing) leave();
  }
}

type Keys = ReturnType<typeof openKeys>;
/** Opened once for each listing as it stands: opening costs more than all else of a call. */
const opened = new WeakMap<UpstreamListing, Keys>();

function keysOf(listing: UpstreamListing): Keys {
  const keys = opened.get(listing) ?? openKeys(listing);
  opened.set(listing, keys);
  return keys;
}

function openKeys({ id, policy, secret: sealed, signingKey }: UpstreamListing) {
  const secret = policy.auth && sealed ? unseal(sealed, `upstream ${id}`) : null;
  if (policy.auth && !secret) throw unusable("The seller has left no key for its API here.");
  return {
    secret,
    credential: policy.auth && secret ? credentialOf(policy.auth, secret) : null,
    signingKey: signingKey ? unseal(signingKey, `signing ${id}`) : null,
  };
}

function bodyOf({ body }: PlainRequest): { bytes: Uint8Array; contentType: string } | null {
  if (!body) return null;
  return { bytes: "text" in body ? Buffer.from(body.text, "utf8") : body.bytes, contentType: body.contentType };
}

/** 202 says in this market that the money may have moved, and nothing else. */
function statusOf({ status }: Hop): number {
  return status === 202 ? 200 : status;
}

function contentTypeOf({ headers }: Hop): string {
  const told = headers["content-type"] ?? "";
  return told.length <= 200 && /^[\w.+-]+\/[\w.+-]+(\s*;[\x20-\x7e]*)?$/.test(told) ? told : "application/octet-stream";
}
