import { newPaymentId } from "@/lib/payments/id";

/** `ref_`, `alw_` or `dis_`, and what payments' ids are made of: in order of time, and not to be guessed. */
export function newIdOf(prefix: "ref" | "alw" | "dis"): string {
  return `${prefix}_${newPaymentId().slice("pay_".length)}`;
}

/** The id in an address; empty for what can be none, which then is not found. */
export function readId(text: string): string {
  return /^[A-Za-z0-9_]{1,40}$/.test(text) ? text : "";
}
