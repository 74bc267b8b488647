import { quoted } from "@/lib/payments/quote";
import { screenshot } from "@/lib/tools/screenshot/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(screenshot);
