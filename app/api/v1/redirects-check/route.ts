import { paid } from "@/lib/payments/paid";
import { redirectsCheck } from "@/lib/tools/redirects-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(redirectsCheck);
