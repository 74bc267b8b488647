import { type Address, type Hex, hexToBigInt, numberToHex } from "viem";
import { wordOf } from "@/lib/chain/evmWords";
import { nextBlock } from "@/lib/chain/nextBlock";
import { isExecutionError } from "@/lib/chain/nodeErrors";
import type { ChainView } from "@/lib/chain/openChain";
import { type Fork, openFork } from "@/lib/evm/fork";
import type { BlockEnv } from "@/lib/evm/types";
import type { Transaction } from "../transaction";

/** What the transaction is tried on. `nodeSays`: whether our node would let it through; null where it can't tell. */
export type Ground = { fork: Fork; env: BlockEnv; nodeSays: boolean | null; senderNonce: bigint };

type Prepared = { accessList?: { address: Address; storageKeys: Hex[] }[] };

/** The next block, and the state that the node expects the transaction to need: in two batches. */
export async function openGround(chain: ChainView, tx: Transaction, chainId: number): Promise<Ground> {
  const at = numberToHex(chain.block.number);
  const call = { from: tx.from, ...(tx.to ? { to: tx.to } : {}), value: numberToHex(tx.value), data: tx.data };
  const [env, list, nodeSays, nonce] = await Promise.all([
    nextBlock(chain, chainId),
    // Saves a round trip for each layer of contracts; nodes without it cost those.
    chain.ask("eth_createAccessList", [call, at]).catch(() => null) as Promise<Prepared | null>,
    tx.handOvers.length > 0 ? null : wouldPass(chain, call, at),
    chain.unreachable(chain.ask("eth_getTransactionCount", [tx.from, at])) as Promise<Hex>,
  ]);
  const fork = openFork(chain.ask, chain.block);
  for (const address of [tx.from, ...(tx.to ? [tx.to] : []), ...tx.handOvers.map(({ to }) => to)]) fork.want(wordOf(address));
  for (const { address, storageKeys } of [...(list?.accessList ?? []), ...tx.accessList]) {
    fork.want(
      wordOf(address),
      storageKeys.map((key) => hexToBigInt(key)),
    );
  }
  fork.source.balance(wordOf(tx.from));
  if (tx.to) fork.source.balance(wordOf(tx.to));
  return { fork, env, nodeSays, senderNonce: hexToBigInt(nonce) };
}

async function wouldPass(chain: ChainView, call: object, at: Hex): Promise<boolean | null> {
  try {
    await chain.ask("eth_call", [call, at]);
    return true;
  } catch (error) {
    return isExecutionError(error) ? false : null;
  }
}
