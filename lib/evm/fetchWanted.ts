import { hexToBigInt, hexToBytes, isHex, numberToHex } from "viem";
import type { Ask } from "@/lib/chain/ask";
import type { Pieces, Wanted } from "./knownState";

/** Asks the node for pieces of its state at one block, all in one tick so that they travel together. */
export async function fetchWanted(ask: Ask, block: { number: bigint }, wanted: Wanted): Promise<Pieces> {
  const at = numberToHex(block.number);
  const [codes, slots, balances, nonces, hashes] = await Promise.all([
    each(wanted.codes, async (address) => [address, hexToBytes(hex(await ask("eth_getCode", [addressText(address), at])))] as const),
    each(wanted.slots, async ([address, slot]) => {
      const value = await ask("eth_getStorageAt", [addressText(address), numberToHex(slot, { size: 32 }), at]);
      return [address, slot, word(value)] as const;
    }),
    each(wanted.balances, async (address) => [address, word(await ask("eth_getBalance", [addressText(address), at]))] as const),
    each(wanted.nonces, async (address) => [address, word(await ask("eth_getTransactionCount", [addressText(address), at]))] as const),
    each(wanted.hashes, async (number) => [number, blockHash(await ask("eth_getBlockByNumber", [numberToHex(number), false]))] as const),
  ]);
  return { codes, slots, balances, nonces, hashes };
}

function each<T, R extends readonly unknown[]>(list: T[], fetch: (item: T) => Promise<R>): Promise<[...R][]> {
  return Promise.all(list.map(async (item) => [...(await fetch(item))] as [...R]));
}

const addressText = (address: bigint) => numberToHex(address, { size: 20 });

function hex(value: unknown) {
  if (!isHex(value)) throw new TypeError("the node answered with something else than data");
  return value;
}

function word(value: unknown): bigint {
  const text = hex(value);
  return text === "0x" ? 0n : hexToBigInt(text);
}

function blockHash(block: unknown): bigint {
  return word((block as { hash?: unknown } | null)?.hash);
}
