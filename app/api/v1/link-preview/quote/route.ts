import { quoted } from "@/lib/payments/quote";
import { linkPreview } from "@/lib/tools/link-preview/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(linkPreview);
