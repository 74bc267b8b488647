import { paid } from "@/lib/payments/paid";
import { tokenReport } from "@/lib/tools/token-report/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(tokenReport);
