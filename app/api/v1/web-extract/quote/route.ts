import { quoted } from "@/lib/payments/quote";
import { webExtract } from "@/lib/tools/web-extract/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(webExtract);
