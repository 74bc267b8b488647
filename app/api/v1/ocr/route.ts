import { paid } from "@/lib/payments/paid";
import { ocr } from "@/lib/tools/ocr/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(ocr);
