import { type Address, encodeFunctionData, getAddress, type Hex, hexToBigInt, size, slice } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import { isNobody } from "../isNobody";
import { TOPICS } from "../logNames";
import { word } from "../word";
import { firstFilled } from "./firstFilled";
import type { Stake, Stakes } from "./stake";

const BOUNDS = { order: "oldest", requests: 36, withinMs: 2_500, enough: 10_000 } as const;
const MOST_HOLDERS = 60;

type Got = { net: bigint; givers: Set<Address>; txs: Set<Hex> };

/** Who holds the pair's shares: everybody who ever got some is asked, and those whom we know anyway. Two round trips. */
export async function stakesV2(chain: ChainView, pair: Address, anyway: readonly Address[], from = 0n): Promise<Stakes> {
  const read = async (data: Hex) => word(await chain.read(pair, data));
  const supplyData = encodeFunctionData({ abi: ERC20, functionName: "totalSupply" });
  const [window, supply] = await Promise.all([
    readLogs(chain, { address: pair, topics: [TOPICS.transfer], from, to: chain.block.number }, BOUNDS),
    read(supplyData),
  ]);
  const got = tally(window.logs);
  const holders = [...new Set([...anyway.map((address) => getAddress(address)), ...byNet(got)])].slice(0, MOST_HOLDERS);
  const [createdAt, ...balances] = await Promise.all([
    firstFilled(chain, window),
    ...holders.map((holder) => read(encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [holder] }))),
  ]);
  const stakes = holders
    .map((holder, i): Stake => {
      const { givers, txs } = got.get(holder) ?? { givers: new Set<Address>(), txs: new Set<Hex>() };
      return {
        holder,
        weight: balances[i] ?? 0n,
        tokenId: null,
        depositors: [...givers].filter((giver) => !isNobody(giver)),
        deposits: ends([...txs]),
      };
    })
    .filter(({ weight }) => weight > 0n);
  const whole = supply ?? 0n;
  const found = stakes.reduce((sum, { weight }) => sum + weight, 0n);
  // The pair counts its shares honestly, so that nothing is missing where the sum is right.
  const complete = whole > 0n && found >= whole;
  return { stakes, whole, complete, createdAt, why: complete ? null : whyNot(window.from === null, window.complete) };
}

/** The first tells most of who began it, the last of what stands now. */
function ends(txs: readonly Hex[]): Hex[] {
  return [...new Set([...txs.slice(0, 1), ...txs.slice(-2)])];
}

function whyNot(unread: boolean, logsComplete: boolean): string {
  if (unread) return "The pool's logs could not be read.";
  return logsComplete ? "More hold shares of the pool than we ask." : "The pool's logs could be read in part only.";
}

function tally(logs: readonly ChainLog[]): Map<Address, Got> {
  const got = new Map<Address, Got>();
  const of = (address: Address) => {
    const known = got.get(address) ?? { net: 0n, givers: new Set<Address>(), txs: new Set<Hex>() };
    got.set(address, known);
    return known;
  };
  for (const { topics, data, tx } of logs) {
    const [, from, to] = topics;
    if (!from || !to || size(data) !== 32) continue;
    const [giver, taker] = [getAddress(slice(from, 12)), getAddress(slice(to, 12))];
    const value = hexToBigInt(data);
    of(giver).net -= value;
    const taking = of(taker);
    taking.net += value;
    taking.givers.add(giver);
    taking.txs.add(tx);
  }
  return got;
}

/** The first shares of all go from nobody to nobody, which nets to nothing and yet is held. */
function byNet(got: ReadonlyMap<Address, Got>): Address[] {
  const zero: Address = "0x0000000000000000000000000000000000000000";
  return [
    zero,
    ...[...got]
      .filter(([, { net }]) => net > 0n)
      .sort(([, a], [, b]) => Number(a.net < b.net) - Number(a.net > b.net))
      .map(([address]) => address),
  ];
}
