import { quoted } from "@/lib/payments/quote";
import { newPairs } from "@/lib/tools/new-pairs/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(newPairs);
