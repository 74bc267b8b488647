import { paid } from "@/lib/payments/paid";
import { txPreflight } from "@/lib/tools/tx-preflight/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(txPreflight);
