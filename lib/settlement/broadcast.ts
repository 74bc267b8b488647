import type { Node } from "./node";
import type { RawReceipt } from "./receipt";

/** `refused`: the node said no and will never mine it. `unsure`: no answer, so it may be mined. */
export type Broadcast =
  | { kind: "mined"; receipt: RawReceipt }
  | { kind: "sent" }
  | { kind: "refused"; why: "nonce" | "gas" | "other"; cause: unknown }
  | { kind: "unsure"; cause: unknown };

const NONCE = /nonce too low|nonce is too low|OldNonce/i;
const GAS = /insufficient funds/i;
const REFUSED =
  /max fee per gas less than|intrinsic gas|exceeds block gas limit|gas limit too high|underpriced|invalid chain|invalid sender/i;
const KNOWN = /already known|already imported/i;
const UNSPOKEN = /method not found|not supported|does not exist|unknown method|not available|unrecognized|unsupported/i;

/** Nodes that don't speak `eth_sendRawTransactionSync`. */
const withoutSync = new WeakSet<Node>();

/** Sends the signed bytes, and waits for their receipt where the node can. Sent once: "nonce too low" to a second try may mean that the first was mined. */
export async function broadcast(chain: Node, raw: Buffer, wait = true): Promise<Broadcast> {
  const hex = `0x${raw.toString("hex")}` as const;
  if (wait && !withoutSync.has(chain)) {
    try {
      return { kind: "mined", receipt: await chain.sendRawSync(hex) };
    } catch (cause) {
      if (!UNSPOKEN.test(wordsOf(cause))) return judge(cause);
      withoutSync.add(chain);
    }
  }
  try {
    await chain.sendRaw(hex);
    return { kind: "sent" };
  } catch (cause) {
    return judge(cause);
  }
}

function judge(cause: unknown): Broadcast {
  const words = wordsOf(cause);
  if (KNOWN.test(words)) return { kind: "sent" };
  if (NONCE.test(words)) return { kind: "refused", why: "nonce", cause };
  if (GAS.test(words)) return { kind: "refused", why: "gas", cause };
  return REFUSED.test(words) ? { kind: "refused", why: "other", cause } : { kind: "unsure", cause };
}

function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return `${cause.message} ${(cause as { details?: string }).details ?? ""}`;
}
