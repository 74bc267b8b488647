import { quoted } from "@/lib/payments/quote";
import { ocr } from "@/lib/tools/ocr/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(ocr);
