import { type AbiParameter, concat, encodeAbiParameters, type Hex, hexToBytes, maxUint256, numberToHex, parseAbiParameters } from "viem";

/** What arguments are made of, the likeliest first. */
export type Values = { addresses: readonly bigint[]; numbers: readonly bigint[]; words: readonly bigint[] };

/** Calls of one function with arguments that may matter, at most so many; the likeliest first. */
export function callsOf(selector: Hex, signature: string, values: Values, most: number): Uint8Array[] {
  const types = parametersOf(signature);
  if (types === null) return [];
  const choices = types.map((type) => choicesOf(type, values));
  const calls: Uint8Array[] = [];
  for (const picked of combinations(choices, most)) {
    try {
      calls.push(hexToBytes(concat([selector, encodeAbiParameters(types, picked)])));
    } catch {
      // A type that this encoder doesn't know, or a number that doesn't fit into it.
    }
  }
  return calls;
}

function parametersOf(signature: string): readonly AbiParameter[] | null {
  if (signature === "") return [];
  try {
    return parseAbiParameters(signature) as readonly AbiParameter[];
  } catch {
    return null;
  }
}

function choicesOf(type: AbiParameter, values: Values): unknown[] {
  const list = /^(.*)\[(\d*)\]$/.exec(type.type);
  if (list) {
    const inner = choicesOf({ ...type, type: list[1] ?? "" } as AbiParameter, values);
    return inner.slice(0, 3).map((one) => Array.from({ length: list[2] ? Number(list[2]) : 1 }, () => one));
  }
  if (type.type === "tuple") {
    const parts = (type as { components?: readonly AbiParameter[] }).components ?? [];
    return [
      ...combinations(
        parts.map((part) => choicesOf(part, values)),
        6,
      ),
    ];
  }
  if (type.type === "address") return values.addresses.map((address) => numberToHex(address, { size: 20 }));
  if (type.type === "bool") return [true, false];
  if (type.type === "string") return [""];
  if (type.type === "bytes") return ["0x"];
  const bytes = /^bytes(\d+)$/.exec(type.type)?.[1];
  if (bytes) return [0n, ...values.words].map((word) => numberToHex(word >> (256n - 8n * BigInt(bytes)), { size: Number(bytes) }));
  const bits = BigInt(/^u?int(\d*)$/.exec(type.type)?.[1] || 256);
  const limit = type.type.startsWith("u") ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n;
  const numbers = values.numbers.map((number) => (number === maxUint256 ? limit : number));
  return [...new Set(numbers.filter((number) => number <= limit))];
}

/** All ways to pick one of each, those with the likeliest picks first. */
function* combinations(choices: readonly (readonly unknown[])[], most: number): Generator<unknown[]> {
  const deepest = choices.reduce((sum, { length }) => sum + length - 1, 0);
  let given = 0;
  for (let depth = 0; depth <= deepest; depth++) {
    for (const picked of atDepth(choices, 0, depth)) {
      if (given++ >= most) return;
      yield picked;
    }
  }
}

function* atDepth(choices: readonly (readonly unknown[])[], at: number, depth: number): Generator<unknown[]> {
  const own = choices[at];
  if (!own) {
    if (depth === 0) yield [];
    return;
  }
  for (let i = Math.min(depth, own.length - 1); i >= 0; i--) {
    for (const rest of atDepth(choices, at + 1, depth - i)) yield [own[i], ...rest];
  }
}
