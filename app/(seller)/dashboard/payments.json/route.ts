import { paymentJson } from "@/components/dashboard/paymentJson";
import { exportPayments } from "../exportPayments";

/** `GET /dashboard/payments.json`: the same as one list, an entry a line. A list without its end was cut off on the way. */
export const GET = exportPayments({
  ending: "json",
  contentType: "application/json; charset=utf-8",
  head: "[",
  line: (payment, first) => `${first ? "\n" : ",\n"}${JSON.stringify(paymentJson(payment))}`,
  tail: "\n]\n",
});
