import { paid } from "@/lib/payments/paid";
import { deployerCheck } from "@/lib/tools/deployer-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(deployerCheck);
