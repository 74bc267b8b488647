import { quoted } from "@/lib/payments/quote";
import { languageId } from "@/lib/tools/language-id/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(languageId);
