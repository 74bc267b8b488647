import {
  type Address,
  decodeAbiParameters,
  type Hex,
  hexToBigInt,
  parseAbiParameters,
  size,
  slice,
  toEventSelector,
  zeroAddress,
} from "viem";
import type { TextLog } from "@/lib/chain/evmWords";
import { wordAddress } from "@/lib/chain/logWords";

const TOPIC = {
  transfer: toEventSelector("Transfer(address,address,uint256)"),
  approval: toEventSelector("Approval(address,address,uint256)"),
  approvalForAll: toEventSelector("ApprovalForAll(address,address,bool)"),
  permit2: toEventSelector("Approval(address,address,address,uint160,uint48)"),
  permit2Signed: toEventSelector("Permit(address,address,address,uint160,uint48,uint48)"),
  single: toEventSelector("TransferSingle(address,address,address,uint256,uint256)"),
  /** Wrapped ether tells in its own words what comes into being and what ends. */
  deposit: toEventSelector("Deposit(address,uint256)"),
  withdrawal: toEventSelector("Withdrawal(address,uint256)"),
  batch: toEventSelector("TransferBatch(address,address,address,uint256[],uint256[])"),
} as const;

export type Standard = "erc20" | "erc721" | "collection" | "permit2";
export type Move = { token: Address; from: Address; to: Address; amount: bigint };
export type ItemMove = Move & { id: bigint };
export type Approved = { standard: Standard; token: Address; owner: Address; spender: Address; id: bigint | null };

/** What the events of a run tell, by shape; whether it is true is read from balances and allowances. */
export type Told = { moves: Move[]; items: ItemMove[]; approvals: Approved[] };

const MOST_MOVES = 200;
const MOST_IDS = 50;

export function toldBy(logs: readonly TextLog[]): Told {
  const told: Told = { moves: [], items: [], approvals: [] };
  for (const log of logs.slice(0, MOST_MOVES)) readOne(log, told);
  return told;
}

function readOne({ address: token, topics, data }: TextLog, told: Told): void {
  const [topic, ...words] = topics;
  const plain = size(data) / 32;
  const [a, b, c] = [wordAddress(words[0]), wordAddress(words[1]), wordAddress(words[2])];
  const id = words[2] === undefined ? null : hexToBigInt(words[2]);
  if (topic === TOPIC.transfer && words.length === 2 && plain === 1) told.moves.push({ token, from: a, to: b, amount: hexToBigInt(data) });
  else if (topic === TOPIC.transfer && id !== null) told.items.push({ token, from: a, to: b, id, amount: 1n });
  else if (topic === TOPIC.approval && words.length === 2 && plain === 1)
    told.approvals.push({ standard: "erc20", token, owner: a, spender: b, id: null });
  else if (topic === TOPIC.approval && id !== null) {
    // A single item loses its approval whenever it moves.
    if (b !== zeroAddress) told.approvals.push({ standard: "erc721", token, owner: a, spender: b, id });
  } else if (topic === TOPIC.approvalForAll && words.length === 2 && plain === 1)
    told.approvals.push({ standard: "collection", token, owner: a, spender: b, id: null });
  else if ((topic === TOPIC.permit2 || topic === TOPIC.permit2Signed) && words.length === 3)
    told.approvals.push({ standard: "permit2", token: b, owner: a, spender: c, id: null });
  else if (topic === TOPIC.deposit && words.length === 1 && plain === 1)
    told.moves.push({ token, from: zeroAddress, to: a, amount: hexToBigInt(data) });
  else if (topic === TOPIC.withdrawal && words.length === 1 && plain === 1)
    told.moves.push({ token, from: a, to: zeroAddress, amount: hexToBigInt(data) });
  else if (topic === TOPIC.single && words.length === 3 && plain === 2)
    told.items.push({ token, from: b, to: c, id: hexToBigInt(slice(data, 0, 32)), amount: hexToBigInt(slice(data, 32, 64)) });
  else if (topic === TOPIC.batch && words.length === 3) told.items.push(...readBatch(token, b, c, data));
}

function readBatch(token: Address, from: Address, to: Address, data: Hex): ItemMove[] {
  try {
    const [ids, amounts] = decodeAbiParameters(parseAbiParameters("uint256[], uint256[]"), data);
    return ids.slice(0, MOST_IDS).map((id, i) => ({ token, from, to, id, amount: amounts[i] ?? 0n }));
  } catch {
    return [];
  }
}
