import { paid } from "@/lib/payments/paid";
import { whaleSwaps } from "@/lib/tools/whale-swaps/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(whaleSwaps);
