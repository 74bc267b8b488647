import { paid } from "@/lib/payments/paid";
import { robotsCheck } from "@/lib/tools/robots-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(robotsCheck);
