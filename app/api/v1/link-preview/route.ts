import { paid } from "@/lib/payments/paid";
import { linkPreview } from "@/lib/tools/link-preview/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(linkPreview);
