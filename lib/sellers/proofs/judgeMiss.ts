import type { HostProof } from "@/db/queries/hostProofs";
import type { Seen } from "./types";

/** How long a proof may be missing before it counts as lost. */
export type Patience = {
  /** Between the first and the last of at least two looks that found it gone. */
  goneMs: number;
  /** While nobody can be asked. */
  unreachableMs: number;
};

export const USUAL_PATIENCE: Patience = { goneMs: 15 * 60_000, unreachableMs: 48 * 60 * 60_000 };

/** Does this miss end the proof? A slip of a minute, or a host that is down for a night, does not. */
export function judgeMiss(
  proof: Pick<HostProof, "failingSince" | "lostSince">,
  seen: Exclude<Seen, "yes">,
  now: Date,
  { goneMs, unreachableMs }: Patience,
): boolean {
  const gone = seen === "no" && proof.lostSince !== null && now.getTime() - proof.lostSince.getTime() >= goneMs;
  const away = proof.failingSince !== null && now.getTime() - proof.failingSince.getTime() >= unreachableMs;
  return gone || away;
}
