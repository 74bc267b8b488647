import "server-only";
import { settlementChain } from "./chainClient";
import { env } from "./env";
import { CoinslotError } from "./errors";

export type ChainStatus = { network: string; block: string; at: string; local: boolean };

let last: { readAt: number; status: Promise<ChainStatus> } | undefined;

/** The newest block. Asked at most once a second, however many pages want it. */
export function chainStatus(): Promise<ChainStatus> {
  if (last && Date.now() - last.readAt < 1_000) return last.status;
  const status = read();
  last = { readAt: Date.now(), status };
  return status;
}

async function read(): Promise<ChainStatus> {
  try {
    const block = await settlementChain().getBlock({ blockTag: "latest" });
    const at = new Date(Number(block.timestamp) * 1000).toISOString();
    return { network: env().network, block: block.number.toString(), at, local: env().local !== null };
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", undefined, { cause });
  }
}
