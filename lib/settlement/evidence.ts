import { type Address, type Hex, type PublicClient, pad, toEventSelector, toHex } from "viem";
import { node } from "./node";
import { settledIn } from "./receipt";
import type { Settled, SettlementItem } from "./types";
import { usdcAbi } from "./usdc";

/** Nodes limit how many blocks one search may cover; a long outage takes several. */
const SEARCH_BLOCKS = 2_000n;
const SEARCHES = 250;

/** Both have the same two indexed fields: authorizer and nonce. */
const USES = ["AuthorizationUsed(address,bytes32)", "AuthorizationCanceled(address,bytes32)"].map((e) => toEventSelector(e));

export type Evidence =
  | Settled
  /** The payer used the nonce on something else, or cancelled it: this payment can never settle. */
  | { state: "void" }
  /** Not used yet, as of this block and its time. */
  | { state: "open"; block: bigint; at: bigint }
  /** Used, but the node does not show by what. Nothing may be concluded of it. */
  | { state: "unseen" };

type Hints = {
  /** The transaction that should have settled it: looked at first. */
  transaction?: Hex | null;
  /** A node that has not come so far knows too little. */
  atLeast?: bigint;
};

type Item = Pick<SettlementItem, "id" | "authorization">;

/** What the chain shows of this payment, whoever sent it. All of it is read at one block, so that no transaction slips in between. */
export async function findEvidence(client: PublicClient, usdc: Address, item: Item, hints: Hints = {}): Promise<Evidence> {
  const { from, nonce } = item.authorization;
  const head = await client.getBlock({ blockTag: "latest" });
  const { number: block, timestamp: at } = head;
  if (block < (hints.atLeast ?? 0n)) return { state: "unseen" };
  const state = { address: usdc, abi: usdcAbi, functionName: "authorizationState", args: [from, nonce] } as const;
  if (!(await client.readContract({ ...state, blockNumber: block }))) return { state: "open", block, at };
  const ours = hints.transaction ? await node(client).receipt(hints.transaction) : null;
  const proof = ours && settledIn(ours, usdc, [item]).get(item.id);
  if (proof) return proof;
  const hash = await findUse(client, usdc, item, block);
  const receipt = hash && (await node(client).receipt(hash));
  if (!receipt) return { state: "unseen" };
  return settledIn(receipt, usdc, [item]).get(item.id) ?? { state: "void" };
}

/** The transaction that used or cancelled this authorization, searched backwards from `head`. */
async function findUse(client: PublicClient, usdc: Address, { authorization: a }: Item, head: bigint): Promise<Hex | null> {
  const topics = [USES, pad(a.from), a.nonce];
  let to = head;
  for (let n = 0; n < SEARCHES && to >= 0n; n += 1) {
    const from = to > SEARCH_BLOCKS ? to - SEARCH_BLOCKS : 0n;
    const range = { fromBlock: toHex(from), toBlock: toHex(to) };
    const [found] = await client.request({ method: "eth_getLogs", params: [{ address: usdc, topics, ...range }] });
    if (found?.transactionHash) return found.transactionHash;
    to = from - 1n;
  }
  return null;
}
