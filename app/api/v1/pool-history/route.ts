import { paid } from "@/lib/payments/paid";
import { poolHistory } from "@/lib/tools/pool-history/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(poolHistory);
