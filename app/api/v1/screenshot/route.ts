import { paid } from "@/lib/payments/paid";
import { screenshot } from "@/lib/tools/screenshot/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(screenshot);
