import { cleanText } from "../cleanText";
import type { CheckStatus, Finding } from "./report";
import { shown } from "./shown";
import type { Answer, Entry, Facts, Terms } from "./types";

type More = { evidence?: string; side?: string };

function made(status: CheckStatus, detail: string, mend: string | null, { evidence, side }: More, after: string | null = null): Finding {
  return {
    status,
    detail: cleanText(detail, 300),
    mend: mend === null ? null : shown(mend),
    evidence: evidence === undefined ? null : shown(evidence),
    side: side ?? null,
    after,
  };
}

export const pass = (detail: string, more: More = {}) => made("pass", detail, null, more);
export const fail = (detail: string, mend: string, more: More = {}) => made("fail", detail, mend, more);
export const warn = (detail: string, mend: string, more: More = {}) => made("warn", detail, mend, more);
export const unknown = (detail: string, more: More = {}) => made("unknown", detail, null, more);
export const skipped = (detail: string, more: More = {}) => made("skipped", detail, null, more);
/** Not looked at before another check holds. */
export const waits = (detail: string, after: string) => made("skipped", detail, null, {}, after);

/** The unpaid 402, or the check that comes first. */
export function demandOf({ probe }: Facts): { probe: Extract<Facts["probe"], { ok: true }> } | { wait: Finding } {
  if (!probe.ok) return { wait: waits("After the address answers.", "reachable") };
  return probe.status === 402 ? { probe } : { wait: waits("After an unpaid call gives 402.", "gives-402") };
}

/** The terms of both versions as far as they can be read, version 2 first; or the check that comes first. */
export function termsOf(facts: Facts): { all: [Terms, ...Terms[]] } | { wait: Finding } {
  const demand = demandOf(facts);
  if ("wait" in demand) return demand;
  const { v2, v1 } = demand.probe;
  const [first, ...rest] = [v2, v1].flatMap((reading) => (reading.kind === "terms" ? [reading.terms] : []));
  return first ? { all: [first, ...rest] } : { wait: waits("After the terms can be read.", "v2") };
}

/** The entry that clients would pay: `exact` on an EVM chain, of the newer version that has one. */
export function payable(all: readonly Terms[]): Entry | null {
  return all.flatMap(({ entries }) => entries).find((e) => e.scheme === "exact" && e.chain?.startsWith("eip155:")) ?? null;
}

/** An answer in a few lines: status, the headers that matter, the start of the body. */
export function told(answer: Answer, headers: readonly string[] = []): string {
  if (!answer.ok) return answer.message;
  const lines = headers.map((name) => `${name}: ${answer.headers[name] ?? "(none)"}`);
  return [`${answer.method} → ${answer.status}`, ...lines, ...(lines.length === 0 && answer.body ? [answer.body.slice(0, 600)] : [])].join(
    "\n",
  );
}
