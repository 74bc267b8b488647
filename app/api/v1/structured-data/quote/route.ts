import { quoted } from "@/lib/payments/quote";
import { structuredData } from "@/lib/tools/structured-data/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(structuredData);
