import "server-only";
import { CoinslotError } from "../errors";
import { log } from "../log";
import { ToolRefusal } from "../tools/refusal";
import { readTarget } from "../web/target";
import type { Ground } from "./ask";
import type { Check } from "./check";
import { CHECKS } from "./checks/table";
import { demandOf, unknown } from "./finding";
import { gather } from "./gather";
import { doctorGround } from "./ground";
import type { CheckResult, CheckStatus, DoctorReport } from "./report";
import { shown, shownObject } from "./shown";
import type { Facts, ProbeMethod, Reading } from "./types";

const ALL_MS = 30_000;
const MOST_HEADERS = 60;

export type DoctorOptions = {
  /** Without it GET, or POST where only that asks for money. */
  method?: ProbeMethod;
  /** JSON text that is sent with POST. */
  body?: string;
  signal?: AbortSignal;
  /** The usual guarded way out, unless a test has its own. */
  ground?: Ground;
};

/**
 * Examines one x402 address: about twenty requests through the guard, at most 30 s. No money can move by it: every payment
 * that it tries is signed with a fresh key that owns nothing, and is wrong besides. Throws `invalid_input` with reason
 * `bad_url` or `address_not_allowed` for an address that is not asked; that nobody answers there is a finding.
 */
export async function runDoctor(
  address: string,
  { method, body, signal, ground = doctorGround() }: DoctorOptions = {},
): Promise<DoctorReport> {
  const began = performance.now();
  const over = AbortSignal.timeout(ALL_MS);
  const url = await allowed(ground, address);
  const asked = { url, method: method ?? null, body: body ?? null, ground, signal: signal ? AbortSignal.any([signal, over]) : over };
  const facts = await gather(asked);
  const checks = CHECKS.map((check) => look(check, facts));
  return {
    url: url.href,
    method: facts.method,
    at: facts.now.toISOString(),
    took_ms: Math.round(performance.now() - began),
    checks,
    summary: summaryOf(checks),
    raw: rawOf(facts),
  };
}

async function allowed(ground: Ground, address: string): Promise<URL> {
  try {
    const url = readTarget(address);
    await ground.guard(url);
    return url;
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    // A name that leads nowhere today is what somebody came to have found.
    if (error.reason === "unreachable") return readTarget(address);
    throw new CoinslotError("invalid_input", error.message, {
      reason: error.reason,
      hint: error.hint,
      fields: [{ field: "url", message: error.message }],
    });
  }
}

/** A check that breaks on what a stranger sent must not take the others with it. */
function look(check: Check, facts: Facts): CheckResult {
  const { id, title } = check;
  try {
    return { id, title, ...check.run(facts) };
  } catch (error) {
    log("error", "doctor_check_broke", { check: id, error });
    return { id, title, ...unknown("This check broke on what the address sent.") };
  }
}

function summaryOf(checks: readonly CheckResult[]): Record<CheckStatus, number> {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  return { pass: count("pass"), fail: count("fail"), warn: count("warn"), skipped: count("skipped"), unknown: count("unknown") };
}

function rawOf(facts: Facts): DoctorReport["raw"] {
  const { probe } = facts;
  if (!probe.ok) return null;
  const headers = Object.entries(probe.headers).slice(0, MOST_HEADERS);
  const decodedOf = (reading: Reading) => shownObject(reading.kind === "terms" ? reading.terms.decoded : null);
  return {
    status: probe.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [shown(name, 100), shown(value, 12_000)])),
    body: shown(probe.body, 16_000),
    decoded: { v2: decodedOf(probe.v2), v1: "wait" in demandOf(facts) ? null : decodedOf(probe.v1) },
  };
}
