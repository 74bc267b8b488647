import { quoted } from "@/lib/payments/quote";
import { redirectsCheck } from "@/lib/tools/redirects-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(redirectsCheck);
