import { type Address, bytesToHex, getAddress, type Hex, hexToBigInt, hexToBytes, numberToHex } from "viem";
import type { EvmLog } from "@/lib/evm/types";

/** The machine counts in bigints; everybody else writes hexadecimal. */
export function addressOf(word: bigint): Address {
  return getAddress(numberToHex(BigInt.asUintN(160, word), { size: 20 }));
}

export function wordOf(address: Address): bigint {
  return hexToBigInt(address);
}

export function bytesOf(data: Hex): Uint8Array {
  return hexToBytes(data);
}

export type TextLog = { address: Address; topics: Hex[]; data: Hex };

export function textLog({ address, topics, data }: EvmLog): TextLog {
  return { address: addressOf(address), topics: topics.map((topic) => numberToHex(topic, { size: 32 })), data: bytesToHex(data) };
}
