import type { HolderKind } from "@/lib/safety/answer/shape";

/** Who stands behind an address, in words. */
export const HOLDER_WORDS: Record<HolderKind, string> = {
  nobody: "Nobody: no key exists",
  key: "A plain key: one person decides at once",
  multisig: "A multi-signature: several keys have to agree",
  timelock: "A timelock: changes are announced, then wait",
  governance: "A governance contract: holders vote",
  contract: "A contract",
  delegated_key: "A plain key whose account runs code",
  unknown: "Who that is could not be told",
};
