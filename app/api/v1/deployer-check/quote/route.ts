import { quoted } from "@/lib/payments/quote";
import { deployerCheck } from "@/lib/tools/deployer-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(deployerCheck);
