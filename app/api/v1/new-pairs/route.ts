import { paid } from "@/lib/payments/paid";
import { newPairs } from "@/lib/tools/new-pairs/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(newPairs);
