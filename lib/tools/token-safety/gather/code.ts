import { type Hex, toFunctionSelector } from "viem";
import { disassemble } from "@/lib/chain/disassemble";
import { DELEGATECALL, hasOpcode } from "@/lib/chain/opcodes";
import type { CodeFacts, CodeFunction, Mutability, StorageRecord } from "../facts";

/** The largest code that a chain takes, twice over; more would only cost time. */
const MAX_CODE = 2 * 24_576 * 2;
const TRANSFER = toFunctionSelector("transfer(address,uint256)");

type Part = { functions: CodeFunction[]; storage: StorageRecord[] };

/** Functions and storage of the code that runs, found in the bytecode itself: no source, no names needed. */
export async function readCode(codes: readonly Hex[]): Promise<CodeFacts> {
  const parts: Part[] = [];
  for (const code of codes) {
    if (code.length > MAX_CODE) return { read: false, why: "The code is larger than we read." };
    const part = await analyse(code);
    if (!part) return { read: false, why: "The code could not be taken apart in time." };
    parts.push(part);
  }
  const functions = parts.flatMap((part) => part.functions);
  if (!functions.some((fn) => fn.selector === TRANSFER)) {
    return { read: false, why: "No transfer function was found in the code, so whatever runs is somewhere else." };
  }
  return {
    read: true,
    functions,
    storage: parts.flatMap((part) => part.storage),
    // The last code is the one that forwards no further, unless it says so.
    delegatecall: hasOpcode(codes.at(-1) ?? "0x", DELEGATECALL),
  };
}

async function analyse(code: Hex): Promise<Part | null> {
  const info = await disassemble(code);
  if (!info) return null;
  return {
    functions: (info.functions ?? []).map((fn) => ({
      selector: prefixed(fn.selector),
      arguments: fn.arguments ?? "",
      mutability: mutability(fn.stateMutability),
    })),
    storage: (info.storage ?? []).map(({ slot, type, reads, writes }) => ({
      slot: prefixed(slot),
      type,
      reads: reads.map(prefixed),
      writes: writes.map(prefixed),
    })),
  };
}

/** What can't be told may write. */
function mutability(text: string | undefined): Mutability {
  return text === "view" || text === "pure" || text === "payable" ? text : "nonpayable";
}

function prefixed(selector: string): Hex {
  return `0x${selector}`;
}
