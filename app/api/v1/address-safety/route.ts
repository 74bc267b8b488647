import { paid } from "@/lib/payments/paid";
import { addressSafety } from "@/lib/tools/address-safety/tool";

export const { GET, POST, HEAD, OPTIONS } = paid(addressSafety);
