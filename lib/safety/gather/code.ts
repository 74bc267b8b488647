import { type Hex, hexToBigInt, toFunctionSelector } from "viem";
import { disassemble } from "@/lib/chain/disassemble";
import type { CodeFacts, CodeFunction } from "../facts";

/** The largest code that a chain takes, twice over, in hexadecimal; more would only cost time. */
const MAX_CODE = 2 * 24_576 * 2;
const TRANSFER = toFunctionSelector("transfer(address,uint256)");

/** Functions and storage of the code that runs, found in the bytecode itself: no source, no names needed. */
export async function readCode(codes: readonly Hex[]): Promise<CodeFacts> {
  const functions: CodeFunction[] = [];
  const slots: bigint[] = [];
  for (const code of codes) {
    if (code.length > MAX_CODE) return { read: false, why: "The code is larger than we read." };
    const info = await disassemble(code);
    if (!info) return { read: false, why: "The code could not be taken apart in time." };
    for (const { selector, arguments: types, stateMutability } of info.functions ?? []) {
      functions.push({ selector: `0x${selector}`, arguments: types ?? "", mutability: mutability(stateMutability) });
    }
    for (const { slot } of info.storage ?? []) slots.push(hexToBigInt(`0x${slot}`));
  }
  if (!functions.some((fn) => fn.selector === TRANSFER)) {
    return { read: false, why: "No transfer function was found in the code, so whatever runs is somewhere else." };
  }
  return { read: true, functions, slots };
}

/** What can't be told may write. */
function mutability(text: string | undefined): CodeFunction["mutability"] {
  return text === "view" || text === "pure" || text === "payable" ? text : "nonpayable";
}
