import type { UploadJson } from "@/lib/listings/uploadJson";
import { Refused } from "../sellers/askMarket";

export type SpecSource = { url: string } | { text: string; file?: string };

/** Sends a description to be read; a description with faults is an answer too. Throws `Refused` for everything else. */
export async function readSpec(source: SpecSource): Promise<UploadJson> {
  const response = await fetch("/api/seller/specs", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(source),
  });
  const said = (await response.json().catch(() => null)) as UploadJson | { message?: string; hint?: string } | null;
  if (said && "ok" in said) return said;
  throw new Refused(said?.message ?? `The market answered ${response.status}.`, {}, said?.hint ?? null);
}
