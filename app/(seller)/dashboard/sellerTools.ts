import "server-only";
import { env } from "@/lib/env";
import { catalog } from "@/lib/tools/catalog";

/** Tools on the shelf whose payments go to this address. */
export function sellerTools(address: string) {
  return env().payTo.toLowerCase() === address ? catalog : [];
}
