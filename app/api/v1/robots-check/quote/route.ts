import { quoted } from "@/lib/payments/quote";
import { robotsCheck } from "@/lib/tools/robots-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(robotsCheck);
