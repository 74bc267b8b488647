import { CSV_HEAD, csvLine } from "@/components/dashboard/paymentsCsv";
import { exportPayments } from "../exportPayments";

/** `GET /dashboard/payments.csv`: the payments that the table's filters leave, a line each. */
export const GET = exportPayments({
  ending: "csv",
  contentType: "text/csv; charset=utf-8",
  head: CSV_HEAD,
  line: csvLine,
  tail: "",
});
