import { quoted } from "@/lib/payments/quote";
import { approvalsCheck } from "@/lib/tools/approvals-check/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(approvalsCheck);
