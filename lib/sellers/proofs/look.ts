import "server-only";
import { lookAtFile } from "./lookAtFile";
import { lookAtRecord } from "./lookAtRecord";
import type { Wanted } from "./matchLine";
import type { ProofFinding, ProofParts } from "./types";

/** Looks in both places. It is gone only where both say so: one that can't be asked might still hold it. */
export async function look(parts: ProofParts, host: string, wanted: Wanted): Promise<ProofFinding> {
  const [file, dns] = await Promise.all([lookAtFile(parts, host, wanted), lookAtRecord(parts.txt, host, wanted)]);
  const method = file.seen === "yes" ? "file" : dns.seen === "yes" ? "dns" : null;
  const seen = method ? "yes" : file.seen === "no" && dns.seen === "no" ? "no" : "unknown";
  const record = dns.name ? `; the TXT record ${dns.name} ${dns.words}` : "";
  return { seen, method, words: `${file.url} ${file.words}${record}.`, file, dns };
}
