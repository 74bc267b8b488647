import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/** Where this page is reached, for addresses that people copy. */
export async function pageOrigin(): Promise<string> {
  const { publicUrl } = env();
  if (publicUrl) return publicUrl;
  const sent = await headers();
  const protocol = sent.get("x-forwarded-proto")?.split(",")[0]?.trim() || "http";
  return `${protocol}://${sent.get("host") ?? "localhost"}`;
}
