import { quoted } from "@/lib/payments/quote";
import { whaleSwaps } from "@/lib/tools/whale-swaps/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(whaleSwaps);
