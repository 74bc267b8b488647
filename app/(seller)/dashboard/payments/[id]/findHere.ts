import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { type SellerPaymentDetail, sellerPaymentById } from "@/db/queries/paymentById";
import { currentSeller } from "@/lib/auth/currentSeller";

/** The payment, if it was made to the signed-in address. Layout, title and page ask once. */
export const findHere = cache(async (id: string): Promise<SellerPaymentDetail | null> => {
  const seller = await currentSeller();
  return seller ? sellerPaymentById(db(), seller, id) : null;
});
