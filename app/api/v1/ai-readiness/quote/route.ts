import { quoted } from "@/lib/payments/quote";
import { aiReadiness } from "@/lib/tools/ai-readiness/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(aiReadiness);
