import "server-only";
import type { X402Offer } from "@/db/schema/listings";
import { cleanText } from "@/lib/cleanText";
import { probeX402 } from "@/lib/doctor/probe";
import type { Entry, Probe, Reading } from "@/lib/doctor/types";

export type Looked = { method: "GET" | "POST"; offer: X402Offer } | { method: "GET" | "POST"; offer: null; failure: string };

/** One unpaid look at an endpoint that takes its payments itself: by GET, and by POST where only that asks for money. */
export async function lookForOffer(url: string, method?: "GET" | "POST"): Promise<Looked> {
  const first = readProbe(await probeX402(url, { method: method ?? "GET" }), method ?? "GET");
  if (first.offer || method) return first;
  const second = readProbe(await probeX402(url, { method: "POST" }), "POST");
  return second.offer ? second : first;
}

function readProbe(probe: Probe, method: "GET" | "POST"): Looked {
  if (!probe.ok) return { method, offer: null, failure: cleanText(probe.message, 300) };
  if (probe.status !== 402) return { method, offer: null, failure: `An unpaid ${method} was answered with ${probe.status}, not with 402.` };
  const offer = offerIn(probe.v2) ?? offerIn(probe.v1);
  return offer
    ? { method, offer }
    : { method, offer: null, failure: "Its 402 names no terms that can be read. The doctor says what is wrong." };
}

function offerIn(reading: Reading): X402Offer | null {
  if (reading.kind !== "terms") return null;
  const { entries, x402Version, description } = reading.terms;
  const entry = entries.find((one) => one.scheme === "exact" && isWhole(one)) ?? entries.find(isWhole);
  if (!entry) return null;
  const { scheme, chain, network, atomic, asset, payTo } = entry;
  return {
    x402Version,
    scheme: scheme ?? "",
    network: chain ?? network ?? "",
    amount: atomic ?? "",
    asset: asset ?? "",
    assetName: entry.name,
    payTo: payTo ?? "",
    description: description ?? entry.description,
  };
}

function isWhole({ scheme, network, atomic, asset, payTo }: Entry): boolean {
  return Boolean(scheme && network && atomic && asset && payTo);
}
