import { type Address, type Hex, hexToBigInt, numberToHex } from "viem";
import { askPast, type FirstBlock, firstBlockWhere, type PastQuestion } from "./firstBlockWhere";
import type { ChainView } from "./openChain";

/** The block in which a contract appeared. */
export async function findCreationBlock(chain: ChainView, address: Address): Promise<FirstBlock> {
  const top = chain.block.number;
  const nonce = hexToBigInt((await chain.ask("eth_getTransactionCount", [address, numberToHex(top)])) as Hex);
  // Contracts count from 1, and a number is a shorter answer than their code. Code that was never deployed counts from 0.
  const hasNonce: PastQuestion = (block) => askPast(chain, "eth_getTransactionCount", address, block, (count) => hexToBigInt(count) > 0n);
  const hasCode: PastQuestion = (block) => askPast(chain, "eth_getCode", address, block, (code) => code !== "0x");
  return firstBlockWhere(top, nonce > 0n ? hasNonce : hasCode);
}
