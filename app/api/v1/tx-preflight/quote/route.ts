import { quoted } from "@/lib/payments/quote";
import { txPreflight } from "@/lib/tools/tx-preflight/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(txPreflight);
