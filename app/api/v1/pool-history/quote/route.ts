import { quoted } from "@/lib/payments/quote";
import { poolHistory } from "@/lib/tools/pool-history/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(poolHistory);
