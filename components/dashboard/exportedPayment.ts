import type { Refunded } from "@/db/queries/refundedOf";
import type { SellerPayment } from "@/db/queries/sellerPayments";

/** A row of the files: what the table shows, without its place in the list, and what was given back. */
export type ExportedPayment = Omit<SellerPayment, "cursor"> & { refunded: Refunded | null };
