import { type Hex, hexToBigInt, numberToHex } from "viem";
import type { ChainView } from "./openChain";

const PROBES = 15n;

/** The first block at this time or later, not before `oldest`: a few rounds of one batch each. */
export async function blockAtTime(chain: ChainView, time: bigint, oldest: bigint): Promise<bigint> {
  let [low, high] = [oldest, chain.block.number];
  while (low < high) {
    const step = (high - low) / (PROBES + 1n) || 1n;
    const probes = Array.from({ length: Number(PROBES) }, (_, at) => low + step * BigInt(at)).filter((block) => block < high);
    const times = await Promise.all(probes.map((block) => timeOf(chain, block)));
    const first = times.findIndex((at) => at >= time);
    const at = first === -1 ? probes.length : first;
    high = probes[at] ?? high;
    low = at === 0 ? high : (probes[at - 1] ?? low) + 1n;
  }
  return low;
}

async function timeOf(chain: ChainView, block: bigint): Promise<bigint> {
  const found = (await chain.unreachable(chain.ask("eth_getBlockByNumber", [numberToHex(block), false]))) as { timestamp?: Hex } | null;
  return found?.timestamp ? hexToBigInt(found.timestamp) : 0n;
}
