import { bytesToHex } from "viem";
import { revertReason } from "@/lib/chain/revertReason";
import type { Facts } from "./facts";
import type { TxPreflightAnswer } from "./schema";

type Outcome = Pick<TxPreflightAnswer, "outcome" | "reason">;

/** Would it go through? Only where our machine could run all of it, and our node says the same. */
export function outcomeOf({ attempt: { result }, whole, nodeSays, tx, attempt }: Facts): Outcome {
  if (attempt.senderEther < tx.value) return { outcome: "reverts", reason: "The sender has less ether than it would send." };
  if (result.halt === "unsupported") return { outcome: "unknown", reason: "It uses something that our machine can't run." };
  if (result.halt === "steps") return { outcome: "unknown", reason: "It runs longer than we follow." };
  if (!whole) return { outcome: "unknown", reason: "It reads more of the chain than we fetch." };
  if (nodeSays !== null && nodeSays !== result.ok) {
    const [ours, theirs] = result.ok ? ["goes through", "reverts"] : ["reverts", "goes through"];
    return { outcome: "unknown", reason: `On our machine it ${ours}, on our node it ${theirs}: it depends on the block that takes it.` };
  }
  if (result.ok) return { outcome: "succeeds", reason: null };
  if (result.halt === "gas") return { outcome: "reverts", reason: "It runs out of gas." };
  if (result.halt === "invalid") return { outcome: "reverts", reason: "The contract stops with a fault of its own." };
  return { outcome: "reverts", reason: revertReason(bytesToHex(result.data)) };
}
