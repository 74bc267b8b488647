import { type Address, encodeFunctionData, getAddress } from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { Market } from "@/lib/chain/openMarket";
import { feeIn, isKnown } from "@/lib/chain/openPool";
import { orRefuse } from "@/lib/chain/pageOf";
import { POOL, type Pool } from "@/lib/chain/pool";
import { readPoolEvent, V2_FEE_PPM } from "@/lib/chain/poolEvents";
import { TOPIC } from "@/lib/chain/poolTopics";
import { type LogStop, readLogs } from "@/lib/chain/readLogs";

const MOST_POOLS = 100;

/** `from`: where the reading came to, when that is after the beginning of the window. */
export type BurntPools = { pools: Pool[]; from: bigint; why: LogStop | null };

/** Every pool of the known factories out of which liquidity was taken in these blocks, the newest first. */
export async function burntPools({ chain, exchange }: Market, from: bigint, to: bigint): Promise<BurntPools> {
  const read = orRefuse(await readLogs(chain, { topics: [[TOPIC.burnV2, TOPIC.burnV3]], from, to }));
  const found = new Map<Address, ChainLog>();
  let reached = read.from ?? from;
  let why = read.why;
  for (const log of read.logs) {
    if (readPoolEvent(log)?.kind !== "burn" || found.has(log.address)) continue;
    if (found.size === MOST_POOLS) {
      // The rest of this block is for the next answer, unless this one would be empty then.
      reached = log.block < to ? log.block + 1n : log.block;
      why = "budget";
      break;
    }
    found.set(log.address, log);
  }
  const pools = await Promise.all([...found.values()].map((log) => knownPool({ chain, exchange }, log)));
  return { pools: pools.filter((pool) => pool !== null), from: reached, why };
}

/** Anybody may log a Burn; a pool is what its factory calls one. */
async function knownPool({ chain, exchange }: Pick<Market, "chain" | "exchange">, { address: at, topics }: ChainLog): Promise<Pool | null> {
  const version = topics[0] === TOPIC.burnV2 ? "v2" : "v3";
  const address = getAddress(at);
  const get = (functionName: "token0" | "token1" | "fee") => chain.read(address, encodeFunctionData({ abi: POOL, functionName }));
  const [first, second, fee] = await Promise.all([get("token0"), get("token1"), version === "v3" ? get("fee") : null]);
  const [token0, token1] = [addressWord(first), addressWord(second)];
  if (!token0 || !token1) return null;
  const feePpm = version === "v2" ? V2_FEE_PPM : fee && fee.length === 66 ? feeIn(fee) : 0;
  const pool = { version, address, token0, token1, feePpm } as const;
  return (await isKnown(chain, exchange, pool)) ? { ...pool, known: true } : null;
}
