import { quoted } from "@/lib/payments/quote";
import { tokenSafety } from "@/lib/tools/token-safety/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(tokenSafety);
