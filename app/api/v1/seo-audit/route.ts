import { paid } from "@/lib/payments/paid";
import { seoAudit } from "@/lib/tools/seo-audit/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(seoAudit);
