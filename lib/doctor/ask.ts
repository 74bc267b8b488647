import type { Dispatcher } from "undici";
import type { PublicClient } from "viem";
import { deadline, unlessAborted } from "../web/deadline";
import { refusalOf } from "../web/failure";
import type { Guard } from "../web/guard";
import { askHop } from "../web/hop";
import { hostOf, readTarget } from "../web/target";
import { type TurnCounts, takeTurn } from "../web/turns";
import type { Answer, AskMethod } from "./types";

/** Each request by itself, and what is read of its body. */
const EACH_MS = 10_000;
const USUAL_BYTES = 256 * 1024;
/** How long a request waits until its host may be asked again. */
const PATIENCE_MS = 12_000;

/** The way out of the doctor: whom it may ask, and how politely. */
export type Ground = {
  agent: Dispatcher;
  guard: Guard;
  turns: TurnCounts;
  /** An address of this very market, or of what it has put up itself. */
  isOwn: (url: URL) => boolean;
  userAgent: string;
  /** The chain that this address means by a CAIP-2 id; null where it can't be read from here. */
  chainOf: (caip2: string, url: URL) => PublicClient | null;
  /** Certificates that are trusted beside the well-known ones. */
  ca?: string;
};

export type AskRequest = { method: AskMethod; headers?: Record<string, string>; body?: string; maxBytes?: number; signal: AbortSignal };

/** Says to other doctors that it is one: see the route, which does not examine itself. */
export const DOCTOR_HEADER = "x-coinslot-doctor";

/** Asks once through the guard, follows nothing, and never throws: that nothing came is an answer too. */
export async function ask(
  ground: Ground,
  address: string,
  { method, headers = {}, body, maxBytes = USUAL_BYTES, signal }: AskRequest,
): Promise<Answer> {
  let began = performance.now();
  const ms = () => Math.round((performance.now() - began) * 10) / 10;
  let leave = () => {};
  let clock = deadline(PATIENCE_MS + EACH_MS, signal);
  let host = "";
  try {
    const url = readTarget(address);
    host = hostOf(url);
    const addresses = await unlessAborted(ground.guard(url), clock.signal);
    leave = await takeTurn(ground.turns, { host, addresses, own: ground.isOwn(url), patienceMs: PATIENCE_MS, signal: clock.signal });
    clock.end();
    clock = deadline(EACH_MS, signal);
    began = performance.now();
    const sent = { accept: "application/json, */*;q=0.5", ...headers, "user-agent": ground.userAgent, [DOCTOR_HEADER]: "1" };
    const hop = await askHop(url, { agent: ground.agent, method, headers: sent, body: body ?? null, signal: clock.signal });
    const answered = ms();
    const { bytes, truncated } = await hop.read(maxBytes);
    return { ok: true, method, status: hop.status, headers: hop.headers, body: bytes.toString("utf8"), truncated, ms: answered };
  } catch (error) {
    const { reason, message } = refusalOf(error, host, clock.signal);
    return { ok: false, method, reason, message, ms: ms() };
  } finally {
    clock.end();
    leave();
  }
}
