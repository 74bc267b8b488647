import { quoted } from "@/lib/payments/quote";
import { headersCheck } from "@/lib/tools/headers-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(headersCheck);
