import type { Fetched } from "@/lib/web/schema";
import { formatMs } from "../../../ui/formatMs";

/** "200 · text/html · 4.2 kB · first byte 41 ms": what an answer of the web was like. */
export function fetchedFacts({
  status,
  content_type,
  bytes,
  truncated,
  redirects,
  first_byte_ms,
  age_seconds,
}: Fetched): (string | null)[] {
  return [
    String(status),
    content_type,
    `${sizeWords(bytes)}${truncated ? " read of more" : ""}`,
    redirects > 0 ? `${redirects} ${redirects === 1 ? "redirect" : "redirects"}` : null,
    `first byte ${formatMs(first_byte_ms)}`,
    age_seconds > 0 ? `kept for ${age_seconds} s` : null,
  ];
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
