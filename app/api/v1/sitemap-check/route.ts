import { paid } from "@/lib/payments/paid";
import { sitemapCheck } from "@/lib/tools/sitemap-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(sitemapCheck);
