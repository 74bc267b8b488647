import { randomBytes } from "node:crypto";

/** `lst_…` a listing, `opn_…` an operation, `spc_…` a description that was read. */
export function newId(kind: "lst" | "opn" | "spc"): string {
  return `${kind}_${randomBytes(10).toString("hex")}`;
}
