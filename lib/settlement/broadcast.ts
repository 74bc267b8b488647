import type { Hex, PublicClient } from "viem";

/** `refused`: the node said no and will never mine it. `unsure`: no answer, so it may be mined. */
export type Broadcast = { kind: "sent" } | { kind: "refused"; cause: unknown } | { kind: "unsure"; cause: unknown };

const REFUSED =
  /nonce too low|insufficient funds|max fee per gas less than|intrinsic gas|exceeds block gas limit|underpriced|invalid chain/i;
const KNOWN = /already known|already imported/i;

export async function broadcast(client: PublicClient, raw: Hex): Promise<Broadcast> {
  try {
    // Sent once: a "nonce too low" that answers a second try may mean that the first one was mined.
    await client.request({ method: "eth_sendRawTransaction", params: [raw] }, { retryCount: 0 });
    return { kind: "sent" };
  } catch (cause) {
    const words = cause instanceof Error ? `${cause.message} ${(cause as { details?: string }).details ?? ""}` : String(cause);
    if (KNOWN.test(words)) return { kind: "sent" };
    return { kind: REFUSED.test(words) ? "refused" : "unsure", cause };
  }
}
