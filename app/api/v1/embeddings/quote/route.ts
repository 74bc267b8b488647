import { quoted } from "@/lib/payments/quote";
import { embeddings } from "@/lib/tools/embeddings/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(embeddings);
