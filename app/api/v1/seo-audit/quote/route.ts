import { quoted } from "@/lib/payments/quote";
import { seoAudit } from "@/lib/tools/seo-audit/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(seoAudit);
