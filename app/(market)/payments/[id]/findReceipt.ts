import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findPayment, type PublicPayment } from "@/db/queries/payments";
import { log } from "@/lib/log";

/** What anybody may know of a payment. Layout and page ask once. */
export const findReceipt = cache(async (id: string): Promise<PublicPayment | "ledger_unavailable" | null> => {
  try {
    return await findPayment(db(), id.slice(0, 40));
  } catch (error) {
    log("error", "ledger_unavailable", { error });
    return "ledger_unavailable";
  }
});
