import { type Address, type Hex, toEventSelector } from "viem";
import type { Settled, SettlementItem } from "./types";

/** A transaction's receipt as a node writes it; numbers are hexadecimal text. */
export type RawReceipt = {
  transactionHash: Hex;
  status: Hex;
  blockNumber: Hex;
  blockHash: Hex;
  gasUsed: Hex;
  effectiveGasPrice?: Hex | undefined;
  logs: { address: string; topics: string[]; data: string }[];
};

const USED = toEventSelector("AuthorizationUsed(address,bytes32)");
const TRANSFER = toEventSelector("Transfer(address,address,uint256)");

type Item = Pick<SettlementItem, "id" | "authorization">;

/**
 * The payments that this receipt proves to be settled. Read by hand: the logs of a large batch take a general parser longer
 * than all else that is done for it.
 */
export function settledIn(receipt: RawReceipt, usdc: Address, items: Item[]): Map<string, Settled> {
  const found = new Map<string, Settled>();
  if (receipt.status !== "0x1") return found;
  const asset = usdc.toLowerCase();
  const logs = receipt.logs.filter((l) => l.address.toLowerCase() === asset);
  const uses = new Map<string, number>();
  logs.forEach(({ topics }, i) => {
    if (topics[0] === USED) uses.set(`${topics[1]} ${topics[2]}`, i);
  });
  const share = shareOf(receipt, uses.size);
  for (const { id, authorization: a } of items) {
    const use = uses.get(`${topic(a.from)} ${a.nonce}`);
    // USDC writes the transfer right behind the use. Any other transfer in the same transaction may be another
    // payment's: a payer who burns this nonce on a transfer to himself must not be served for it.
    const transfer = use === undefined ? undefined : logs[use + 1];
    if (transfer?.topics[0] !== TRANSFER) continue;
    if (transfer.topics[1] !== topic(a.from) || transfer.topics[2] !== topic(a.to) || BigInt(transfer.data) !== a.value) continue;
    found.set(id, share);
  }
  return found;
}

function topic(address: string): string {
  return `0x${address.slice(2).toLowerCase().padStart(64, "0")}`;
}

function shareOf(receipt: RawReceipt, payments: number): Settled {
  const gasUsed = BigInt(receipt.gasUsed) / BigInt(Math.max(payments, 1));
  return {
    state: "settled",
    transaction: receipt.transactionHash,
    blockNumber: BigInt(receipt.blockNumber),
    blockHash: receipt.blockHash,
    gasUsed,
    gasFee: gasUsed * BigInt(receipt.effectiveGasPrice ?? 0),
    batchSize: payments,
  };
}
