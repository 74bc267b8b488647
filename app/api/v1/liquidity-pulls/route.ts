import { paid } from "@/lib/payments/paid";
import { liquidityPulls } from "@/lib/tools/liquidity-pulls/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(liquidityPulls);
