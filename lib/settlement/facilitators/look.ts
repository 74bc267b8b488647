import "server-only";
import type { Hex } from "viem";
import { type Evidence, findEvidence } from "../evidence";
import type { SettlementItem } from "../types";
import type { Remote } from "./types";

const EVERY_MS = 250;

/** What the chain shows of a payment, watched for so long: our own node may be a block behind the facilitator's. */
export async function look(remote: Remote, item: SettlementItem, patienceMs: number, transaction: Hex | null = null): Promise<Evidence> {
  const { client, usdc } = remote.settler;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await findEvidence(client, usdc, item, { transaction });
    if (seen.state === "settled" || seen.state === "void" || Date.now() >= deadline) return seen;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
