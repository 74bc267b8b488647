import "server-only";
import { db } from "@/db/client";
import { findProof } from "@/db/queries/hostProofs";
import { CoinslotError } from "@/lib/errors";
import { USUAL_PATIENCE } from "./judgeMiss";
import { look } from "./look";
import { settleFinding } from "./settleFinding";
import type { ProofFinding, ProofParts } from "./types";

/** Looks whether a wallet's proof is in its place, and writes down what was found. Throws `not_found` (`no_proof`) where none was begun. */
export async function checkProof(parts: ProofParts, account: string, host: string, now = new Date()): Promise<ProofFinding> {
  const proof = await findProof(db(), { account, host });
  if (!proof) {
    throw new CoinslotError("not_found", `No proof was begun for ${host}.`, {
      reason: "no_proof",
      hint: "Add the host first: that makes its token.",
    });
  }
  const finding = await look(parts, host, proof);
  await settleFinding(proof, finding, { now, patience: USUAL_PATIENCE });
  return finding;
}
