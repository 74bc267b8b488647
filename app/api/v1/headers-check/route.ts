import { paid } from "@/lib/payments/paid";
import { headersCheck } from "@/lib/tools/headers-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(headersCheck);
