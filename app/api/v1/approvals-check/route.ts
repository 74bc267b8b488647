import { paid } from "@/lib/payments/paid";
import { approvalsCheck } from "@/lib/tools/approvals-check/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(approvalsCheck);
