import { quoted } from "@/lib/payments/quote";
import { tokenReport } from "@/lib/tools/token-report/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(tokenReport);
