import { paid } from "@/lib/payments/paid";
import { languageId } from "@/lib/tools/language-id/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(languageId);
