import { quoted } from "@/lib/payments/quote";
import { sitemapCheck } from "@/lib/tools/sitemap-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(sitemapCheck);
