import { paid } from "@/lib/payments/paid";
import { chatCompletions } from "@/lib/tools/chat/completions/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(chatCompletions);
