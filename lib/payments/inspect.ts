import "server-only";
import { CoinslotError } from "@/lib/errors";
import { engine } from "@/lib/settlement/engine";
import { type InspectedItem, inspectItem } from "@/lib/settlement/inspectItem";
import type { Payment } from "./types";

/** What the chain says of a payment before it is taken. A chain that can't be asked is 503: nothing is charged. */
export async function inspect({ authorization, signature }: Payment, byKey: boolean): Promise<InspectedItem> {
  try {
    return await inspectItem(engine().settler, { id: authorization.nonce, authorization, signature }, byKey);
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached, so the payment could not be checked. Nothing was charged.", {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    });
  }
}
