import { bytesToHex, type Hex, hexToBytes } from "viem";
import { disassemble } from "@/lib/chain/disassemble";
import { execute } from "@/lib/evm/execute";
import { settled } from "@/lib/evm/fork";
import { World } from "@/lib/evm/world";
import type { Ground } from "./ground";

export type HolderFunction = { selector: Hex; arguments: string; changes: boolean };

const MOST_CODE = 24_576;
const MOST_FUNCTIONS = 70;
/** A function that nobody has: a proxy forwards it all the same, and so shows where to. */
const NOBODYS = hexToBytes("0x9c3a1d57");

/** `codes`: all that runs when it is called; `targets`: whose code that is beside its own. */
export type HolderCode = { functions: HolderFunction[]; targets: bigint[]; codes: Uint8Array[] };

/** What can be called at a contract, through whatever it forwards to; the reason where that can't be told. */
export async function readHolderCode({ fork, block }: Ground, holder: bigint): Promise<HolderCode | { why: string }> {
  const call = { from: 0x5ca1ab1en << 96n, to: holder, data: NOBODYS };
  const { value: targets, whole } = await settled(fork, () => {
    const { seen } = execute(World.over(fork.source), block, call, { maxSteps: 50_000 });
    const forwarded = [...new Set(seen.calls.filter(({ kind }) => kind === "delegatecall").map(({ to }) => to))].slice(0, 3);
    for (const target of [holder, ...forwarded]) fork.source.code(target);
    return forwarded;
  });
  if (!whole) return { why: "its code could not be read" };
  const codes = [holder, ...targets].map((target) => fork.source.code(target) ?? new Uint8Array());
  if (codes.some((code) => code.length > MOST_CODE)) return { why: "its code is larger than we try" };
  const found = new Map<Hex, HolderFunction>();
  for (const code of codes) {
    const info = await disassemble(bytesToHex(code));
    if (!info) return { why: "its code could not be taken apart" };
    for (const { selector, arguments: args, stateMutability } of info.functions ?? []) {
      found.set(`0x${selector}`, {
        selector: `0x${selector}`,
        arguments: args ?? "",
        changes: stateMutability !== "view" && stateMutability !== "pure",
      });
    }
  }
  if (found.size > MOST_FUNCTIONS) return { why: "it has more functions than we try" };
  return { functions: [...found.values()], targets, codes };
}
