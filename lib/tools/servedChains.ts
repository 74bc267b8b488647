import "server-only";
import { env } from "@/lib/env";
import { CHAINS } from "../chain/chainNames";

/** The chains, by the names that people use, for which this market has a node. */
export function servedChains(): string[] {
  const { chainRpcUrls } = env();
  return Object.entries(CHAINS).flatMap(([name, caip2]) => (chainRpcUrls[caip2] ? [name] : []));
}
