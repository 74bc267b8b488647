import "server-only";
import { type AskRequest, ask, type Ground } from "./ask";
import { doctorGround } from "./ground";
import { readV1, readV2 } from "./readTerms";
import type { Probe, ProbeMethod } from "./types";

export type ProbeOptions = {
  method: ProbeMethod;
  /** JSON of a POST; without it the request is empty. */
  body?: string;
  headers?: AskRequest["headers"];
  signal?: AbortSignal;
  /** The usual guarded way out, unless a test has its own. */
  ground?: Ground;
};

/**
 * One unpaid request to an x402 address, and the terms that its answer names: `v2` from the `PAYMENT-REQUIRED` header,
 * `v1` from the body. Follows no redirect, reads at most 256 KiB in at most 10 s. Never throws: without an answer it is
 * `{ok: false, reason, message}`. Whatever it brings back was written by a stranger.
 */
export async function probeX402(
  url: string,
  { method, body, headers = {}, signal, ground = doctorGround() }: ProbeOptions,
): Promise<Probe> {
  const answer = await ask(ground, url, {
    method,
    headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body }),
    signal: signal ?? new AbortController().signal,
  });
  if (!answer.ok) return answer;
  return { ...answer, v2: readV2(answer.headers["payment-required"]), v1: readV1(answer.body) };
}
