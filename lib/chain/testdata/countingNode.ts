import { createPublicClient, http } from "viem";

/** The test chain's node, and how many round trips were made to it. */
export function countingNode(url: string) {
  let trips = 0;
  const client = createPublicClient({ transport: http(url, { batch: true, onFetchRequest: () => void trips++ }) });
  return { client, trips: () => trips };
}
