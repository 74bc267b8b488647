import {
  type Address,
  type Hex,
  isAddressEqual,
  type PublicClient,
  pad,
  parseEventLogs,
  type TransactionReceipt,
  toEventSelector,
  toHex,
} from "viem";
import type { Settled, SettlementItem } from "./types";
import { unlessMissing } from "./unlessMissing";
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

/** The payments of a batch that this receipt proves to be settled. */
export function settledIn(receipt: TransactionReceipt, usdc: Address, items: SettlementItem[]): Map<string, Settled> {
  const found = new Map<string, Settled>();
  if (receipt.status !== "success") return found;
  const logs = receipt.logs.filter((l) => isAddressEqual(l.address, usdc));
  const events = parseEventLogs({ abi: usdcAbi, logs });
  const uses = events.filter((e) => e.eventName === "AuthorizationUsed");
  const byLogIndex = new Map(events.map((e) => [e.logIndex, e]));
  for (const { id, authorization: a } of items) {
    const use = uses.find((e) => e.args.nonce.toLowerCase() === a.nonce && isAddressEqual(e.args.authorizer, a.from));
    // USDC writes the transfer right behind the use. Any other transfer in the same transaction may be another
    // payment's: a payer who burns this nonce on a transfer to himself must not be served for it.
    const transfer = use && byLogIndex.get(use.logIndex + 1);
    if (transfer?.eventName !== "Transfer") continue;
    const { from, to, value } = transfer.args;
    if (!isAddressEqual(from, a.from) || !isAddressEqual(to, a.to) || value !== a.value) continue;
    found.set(id, {
      state: "settled",
      transaction: receipt.transactionHash,
      blockNumber: receipt.blockNumber,
      gasUsed: receipt.gasUsed / BigInt(uses.length),
      batchSize: uses.length,
    });
  }
  return found;
}

/** What the chain shows of this payment, whoever sent it. All of it is read at one block, so that no transaction slips in between. */
export async function findEvidence(client: PublicClient, usdc: Address, item: SettlementItem, hints: Hints = {}): Promise<Evidence> {
  const { from, nonce } = item.authorization;
  const { number: block, timestamp: at } = await client.getBlock({ blockTag: "latest" });
  if (block < (hints.atLeast ?? 0n)) return { state: "unseen" };
  const state = { address: usdc, abi: usdcAbi, functionName: "authorizationState", args: [from, nonce] } as const;
  if (!(await client.readContract({ ...state, blockNumber: block }))) return { state: "open", block, at };
  const ours = hints.transaction ? await unlessMissing(client.getTransactionReceipt({ hash: hints.transaction })) : null;
  const proof = ours && settledIn(ours, usdc, [item]).get(item.id);
  if (proof) return proof;
  const hash = await findUse(client, usdc, item, block);
  if (!hash) return { state: "unseen" };
  return settledIn(await client.getTransactionReceipt({ hash }), usdc, [item]).get(item.id) ?? { state: "void" };
}

/** The transaction that used or cancelled this authorization, searched backwards from `head`. */
async function findUse(client: PublicClient, usdc: Address, { authorization: a }: SettlementItem, head: bigint): Promise<Hex | null> {
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
