import { type Address, encodeFunctionData, type Hex } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import { isNobody } from "../isNobody";
import { TOPICS } from "../logNames";
import { word } from "../word";
import { firstFilled } from "./firstFilled";
import type { Stake, Stakes } from "./stake";
import { type Got, tallyShares } from "./tallyShares";

const BOUNDS = { order: "oldest", requests: 36, withinMs: 2_500, enough: 10_000 } as const;
const MOST_HOLDERS = 60;

/** Who holds the pair's shares. One round trip where the logs tell all; else everybody whom they name is asked, and `anyway`. */
export async function stakesV2(chain: ChainView, pair: Address, anyway: () => Promise<Address[]>, from = 0n): Promise<Stakes> {
  const read = async (data: Hex) => word(await chain.read(pair, data));
  const [window, supply] = await Promise.all([
    readLogs(chain, { address: pair, topics: [TOPICS.transfer], from, to: chain.block.number }, BOUNDS),
    read(encodeFunctionData({ abi: ERC20, functionName: "totalSupply" })),
  ]);
  const whole = supply ?? 0n;
  const got = tallyShares(pair, window.logs);
  const byNet = [...got].filter(([, { net }]) => net > 0n).sort(([, a], [, b]) => Number(a.net < b.net) - Number(a.net > b.net));
  const createdAt = firstFilled(chain, window);
  // The pair counts its shares honestly, so that nothing is missing where the sum is right.
  if (whole > 0n && byNet.reduce((sum, [, { net }]) => sum + net, 0n) === whole) {
    const stakes = byNet.slice(0, MOST_HOLDERS).map(([holder, one]) => stakeOf(holder, one.net, one));
    return { stakes, whole, complete: true, createdAt: await createdAt, why: null };
  }
  const asked = [...new Set([...(await anyway()), ...byNet.map(([holder]) => holder)])].slice(0, MOST_HOLDERS);
  const balances = await Promise.all(
    asked.map((holder) => read(encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [holder] }))),
  );
  const stakes = asked.map((holder, i) => stakeOf(holder, balances[i] ?? 0n, got.get(holder))).filter(({ weight }) => weight > 0n);
  const complete = whole > 0n && stakes.reduce((sum, { weight }) => sum + weight, 0n) >= whole;
  return { stakes, whole, complete, createdAt: await createdAt, why: complete ? null : whyNot(window.from === null, window.complete) };
}

function stakeOf(holder: Address, weight: bigint, got: Got | undefined): Stake {
  const depositors = [...(got?.givers ?? [])].filter((giver) => !isNobody(giver));
  const txs = [...(got?.txs ?? [])];
  // The first tells most of who began it, the last of what stands now.
  return { holder, weight, tokenId: null, depositors, deposits: [...new Set([...txs.slice(0, 1), ...txs.slice(-2)])] };
}

function whyNot(unread: boolean, logsComplete: boolean): string {
  if (unread) return "The pool's logs could not be read.";
  return logsComplete ? "More hold shares of the pool than we ask." : "The pool's logs could be read in part only.";
}
