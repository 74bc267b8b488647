import { quoted } from "@/lib/payments/quote";
import { liquidityPulls } from "@/lib/tools/liquidity-pulls/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(liquidityPulls);
