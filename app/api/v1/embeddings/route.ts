import { paid } from "@/lib/payments/paid";
import { embeddings } from "@/lib/tools/embeddings/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(embeddings);
