import "server-only";
import { db } from "@/db/client";
import { type HostProof, recordMissing, recordProven } from "@/db/queries/hostProofs";
import { cleanText } from "@/lib/cleanText";
import { log } from "@/lib/log";
import { takeOff } from "../takeOff";
import { judgeMiss, type Patience } from "./judgeMiss";
import type { ProofFinding } from "./types";

export type Settling = { now: Date; patience: Patience };

/** Writes down what a look found, and takes listings off where it means that the host is not this wallet's any more. */
export async function settleFinding(proof: HostProof, finding: ProofFinding, { now, patience }: Settling): Promise<void> {
  const { account, host, provedAt } = proof;
  if (finding.method) {
    const reason = `Another wallet has proven that ${host} is its own.`;
    for (const loser of await recordProven(db(), proof, finding.method, now, reason)) await takeOff(loser, host, reason);
    return;
  }
  const gone = finding.seen === "no";
  const over = provedAt !== null && judgeMiss(proof, gone ? "no" : "unknown", now, patience);
  const failure = cleanText(finding.words, 600);
  await recordMissing(db(), proof, { failure, gone, over }, now);
  if (!over) return;
  log("warn", "proof_lost", { account, host });
  await takeOff(account, host, cleanText(`The proof that ${host} is its seller's was lost: ${failure}`, 700));
}
