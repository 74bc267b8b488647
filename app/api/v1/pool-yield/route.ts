import { paid } from "@/lib/payments/paid";
import { poolYield } from "@/lib/tools/pool-yield/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(poolYield);
