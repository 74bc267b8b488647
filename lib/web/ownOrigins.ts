import "server-only";
import { env } from "@/lib/env";

/** What the local chain has put up for trying: may be asked although it is on this machine. Empty on a real network. */
export function ownOrigins(): Set<string> {
  const { local } = env();
  return new Set([local?.sampleSite, local?.sampleApi].filter((origin) => typeof origin === "string"));
}
