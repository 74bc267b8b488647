import "server-only";
import { connection, db } from "@/db/client";
import { findProof, letGoOfProof, type ProofKey, takeDueProofs } from "@/db/queries/hostProofs";
import { log } from "@/lib/log";
import { type Patience, USUAL_PATIENCE } from "./judgeMiss";
import { look } from "./look";
import { settleFinding } from "./settleFinding";
import type { ProofParts } from "./types";

export type RecheckTimes = Patience & {
  /** Between two looks at a proof that is there, and at one that was missing. */
  everyMs: number;
  againMs: number;
  /** A look that takes longer was lost with its process. */
  heldMs: number;
};

export const USUAL_TIMES: RecheckTimes = { ...USUAL_PATIENCE, everyMs: 6 * 60 * 60_000, againMs: 15 * 60_000, heldMs: 120_000 };

const AT_ONCE = 8;

/** Looks again at the proofs whose turn it is. Several processes share the work: each proof is held by one of them. Answers how many there were. */
export async function recheckProofs(parts: ProofParts, times: RecheckTimes = USUAL_TIMES, now = new Date()): Promise<number> {
  const { everyMs, againMs, heldMs } = times;
  const rule = { now, everySeconds: everyMs / 1000, againSeconds: againMs / 1000, heldSeconds: heldMs / 1000, limit: AT_ONCE };
  const due = await takeDueProofs(connection().sql, rule);
  await Promise.all(due.map((key) => recheck(parts, key, times, now)));
  return due.length;
}

async function recheck(parts: ProofParts, key: ProofKey, patience: Patience, now: Date): Promise<void> {
  try {
    const proof = await findProof(db(), key);
    if (proof) await settleFinding(proof, await look(parts, key.host, proof), { now, patience });
    await letGoOfProof(db(), key);
  } catch (error) {
    // Held until its time is over, and then looked at again.
    log("warn", "proof_not_rechecked", { host: key.host, error });
  }
}
