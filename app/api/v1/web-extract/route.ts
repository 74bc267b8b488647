import { paid } from "@/lib/payments/paid";
import { webExtract } from "@/lib/tools/web-extract/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(webExtract);
