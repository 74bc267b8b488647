import { paid } from "@/lib/payments/paid";
import { tokenSafety } from "@/lib/tools/token-safety/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(tokenSafety);
