import { quoted } from "@/lib/payments/quote";
import { chatCompletions } from "@/lib/tools/chat/completions/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(chatCompletions);
