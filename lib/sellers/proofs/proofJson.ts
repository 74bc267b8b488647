import "server-only";
import type { HostProof } from "@/db/queries/hostProofs";
import { env } from "@/lib/env";
import { proofParts } from "./parts";
import { PROOF_PATH, proofLine, recordName } from "./proofText";

/** A proof as its seller sees it: what to place where, and how it stands. Times are ISO 8601. */
export function proofJson(proof: HostProof) {
  const { account, host, token, method, provedAt, checkedAt, failingSince, failure } = proof;
  const line = proofLine(account, token);
  const name = recordName(host);
  const origin = proofParts().originOf(host);
  return {
    host,
    proven: provedAt !== null,
    method: provedAt && method,
    line,
    file: { url: `${origin}${PROOF_PATH}`, content: line },
    /** The local chain's own sample API takes it from anybody, so that selling can be tried. */
    takesPut: origin === env().local?.sampleApi,
    dns: name ? { name, type: "TXT", value: line } : null,
    provedAt: provedAt?.toISOString() ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    failure,
  };
}

export type ProofJson = ReturnType<typeof proofJson>;
