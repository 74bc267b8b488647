import { quoted } from "@/lib/payments/quote";
import { addressSafety } from "@/lib/tools/address-safety/tool";

export const { GET, POST, HEAD, OPTIONS } = quoted(addressSafety);
