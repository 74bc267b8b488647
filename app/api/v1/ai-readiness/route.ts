import { paid } from "@/lib/payments/paid";
import { aiReadiness } from "@/lib/tools/ai-readiness/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(aiReadiness);
