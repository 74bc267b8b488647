import { bytesToHex, hexToBigInt, isHex, numberToHex } from "viem";
import type { Ask } from "@/lib/chain/ask";
import type { Call } from "./types";

type Listed = { address: bigint; slots: bigint[] }[];

/** Whom and what a call would read, as the node sees it; nothing from nodes that don't tell. Only a hint: it spares round trips. */
export async function accessListOf(ask: Ask, block: { number: bigint }, call: Call): Promise<Listed> {
  const asked = {
    from: numberToHex(call.from, { size: 20 }),
    to: numberToHex(call.to, { size: 20 }),
    data: bytesToHex(call.data),
    value: numberToHex(call.value ?? 0n),
  };
  const answer = await ask("eth_createAccessList", [asked, numberToHex(block.number)]).catch(() => null);
  const { accessList } = (answer ?? {}) as { accessList?: unknown };
  if (!Array.isArray(accessList)) return [];
  return accessList.flatMap((entry: { address?: unknown; storageKeys?: unknown } | null) => {
    const address = word(entry?.address);
    const keys = Array.isArray(entry?.storageKeys) ? entry.storageKeys : [];
    return address === null ? [] : [{ address, slots: keys.map(word).filter((slot) => slot !== null) }];
  });
}

function word(value: unknown): bigint | null {
  return isHex(value) && value.length > 2 && value.length <= 66 ? hexToBigInt(value) : null;
}
