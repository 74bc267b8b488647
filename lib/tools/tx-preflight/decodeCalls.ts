import { type AbiFunction, type Address, decodeAbiParameters, getAddress, type Hex, isAddress, isHex, size, slice } from "viem";
import { knownFunction } from "./selectors";

export type DecodedCall = {
  depth: number;
  to: Address | null;
  selector: Hex | null;
  name: string | null;
  arguments: string[] | null;
  words: number;
  /** What the arguments stand for, for our own use. */
  values: readonly unknown[];
};

const MOST_CALLS = 40;
const MOST_DEPTH = 4;
const MOST_TEXT = 200;

/** What the data says by the functions that everybody knows, and by what these pass on. The outer first. */
export function decodeCalls(to: Address | null, data: Hex): DecodedCall[] {
  const calls: DecodedCall[] = [];
  walk(to, data, 0, calls);
  return calls;
}

function walk(to: Address | null, data: Hex, depth: number, calls: DecodedCall[]): void {
  if (calls.length >= MOST_CALLS || size(data) === 0) return;
  const selector = size(data) >= 4 ? slice(data, 0, 4) : null;
  const words = Math.max(0, Math.floor((size(data) - 4) / 32));
  const known = selector ? knownFunction(selector) : null;
  const values = known && readArguments(known, data);
  const name = known && values ? known.name : null;
  calls.push({ depth, to, selector, name, arguments: values ? values.map((value) => textOf(value)) : null, words, values: values ?? [] });
  if (!known || !values || depth >= MOST_DEPTH) return;
  for (const inner of passedOn(to, known, values)) walk(inner.to, inner.data, depth + 1, calls);
}

function readArguments(fn: AbiFunction, data: Hex): readonly unknown[] | null {
  if (fn.inputs.length === 0) return [];
  try {
    return decodeAbiParameters(fn.inputs, slice(data, 4));
  } catch {
    return null;
  }
}

type Inner = { to: Address | null; data: Hex };

/** Calls that are carried in the arguments, of the shapes that go round: (bytes[]), (to, …, data) and lists of these. */
function passedOn(self: Address | null, { name }: AbiFunction, values: readonly unknown[]): Inner[] {
  if (name === "multicall") return listOf(values.at(-1)).flatMap((data) => (isBytes(data) ? [{ to: self, data }] : []));
  if (name === "aggregate" || name === "aggregate3" || name === "executeBatch") return listOf(values[0]).flatMap(fromRecord);
  if (name === "execTransaction" || (name === "execute" && isAddress(String(values[0])))) {
    const [to, , data] = values;
    return isBytes(data) ? [{ to: getAddress(String(to)), data }] : [];
  }
  return [];
}

function fromRecord(one: unknown): Inner[] {
  const { target, to, data } = one as { target?: string; to?: string; data?: unknown };
  const address = target ?? to;
  return address && isBytes(data) ? [{ to: getAddress(address), data }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isBytes(value: unknown): value is Hex {
  return isHex(value, { strict: false });
}

/** Bounded: data may be as long as its maker likes. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part)) ?? "";
  const plain = text.startsWith('"') ? text.slice(1, -1) : text;
  return plain.length > MOST_TEXT ? `${plain.slice(0, MOST_TEXT - 1)}…` : plain;
}
