import { paid } from "@/lib/payments/paid";
import { structuredData } from "@/lib/tools/structured-data/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(structuredData);
