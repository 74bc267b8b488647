import type { Found } from "@/db/queries/searchLedger";

/** The page of what was found. */
export function pathOf({ kind, value }: Found): string {
  if (kind === "payment") return `/payments/${value}`;
  return kind === "transaction" ? `/explorer/tx/${value}` : `/explorer/${value}`;
}
