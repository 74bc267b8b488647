import { quoted } from "@/lib/payments/quote";
import { poolYield } from "@/lib/tools/pool-yield/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(poolYield);
