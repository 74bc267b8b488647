import type { Requirements } from "@/lib/payments/types";
import type { Settler } from "../settler";
import type { SettlementItem } from "../types";
import type { Breaker } from "./breaker";
import type { Credential } from "./credentials";

/** A server of somebody else that settles for us. */
export type Facilitator = {
  url: string;
  /** What the ledger and the log call it. */
  name: string;
  credential: Credential | null;
  breaker: Breaker;
};

/** Everything that settlement by others works with; made once a process. */
export type Remote = {
  /** In the order of preference. */
  facilitators: Facilitator[];
  settler: Settler;
  requirementsOf: (item: SettlementItem) => Requirements;
  /** How long one facilitator may take before the next one is asked. */
  timeoutMs: number;
  /** How long the chain is watched for what a facilitator says it has done. */
  patienceMs: number;
  /** A payment that is still open is handed over again after so long; each further round waits twice as long. */
  againSeconds: number;
};
