import "server-only";
import { CoinslotError } from "../errors";
import { tokenBuckets } from "../tokenBucket";
import { DOCTOR_LIMITS } from "./limits";
import type { DoctorRequest } from "./readRequest";
import type { DoctorReport } from "./report";
import { runDoctor } from "./runDoctor";

type Kept = { at: number; report: Promise<DoctorReport> };
/** The process's own, however often this module is loaded. */
const KEY = Symbol.for("coinslot.doctor.desk");
type Desk = { take: (caller: string) => number; kept: Map<string, Kept>; underWay: number };
type Holder = { [KEY]?: Desk };

const MOST_KEPT = 200;

function desk(): Desk {
  const holder = globalThis as Holder;
  holder[KEY] ??= { take: tokenBuckets(DOCTOR_LIMITS.perCaller), kept: new Map(), underWay: 0 };
  return holder[KEY];
}

/** A report for this caller: one that was just made, or a new one if it is his turn. Throws `rate_limited`. */
export function examine(caller: string, request: DoctorRequest): Promise<DoctorReport> {
  const { take, kept } = desk();
  const key = JSON.stringify(request);
  const known = kept.get(key);
  if (known && Date.now() - known.at < DOCTOR_LIMITS.freshMs) return known.report;
  const wait = take(caller);
  if (wait > 0) throw slowDown("You have asked the doctor too often.", wait);
  if (desk().underWay >= DOCTOR_LIMITS.atOnce) throw slowDown("The doctor examines as many addresses as it can at the moment.", 5);
  kept.delete(key);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  const report = counted(request);
  const entry = { at: Date.now(), report };
  kept.set(key, entry);
  // It is young from when it is done; what failed is not worth keeping.
  report.then(
    () => Object.assign(entry, { at: Date.now() }),
    () => kept.delete(key),
  );
  return report;
}

async function counted({ url, method, body }: DoctorRequest): Promise<DoctorReport> {
  const here = desk();
  here.underWay += 1;
  try {
    return await runDoctor(url, { ...(method ? { method } : {}), ...(body === undefined ? {} : { body }) });
  } finally {
    here.underWay -= 1;
  }
}

function slowDown(message: string, retryAfterSeconds: number): CoinslotError {
  return new CoinslotError("rate_limited", message, {
    hint: "Send it again after as many seconds as Retry-After says.",
    retryAfterSeconds,
  });
}
