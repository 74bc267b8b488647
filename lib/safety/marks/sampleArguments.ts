import { type AbiParameter, encodeAbiParameters, type Hex, parseAbiParameters } from "viem";

const MOST = 27;
const MOST_ADDRESSES = 3;
const AMOUNT = 1_000n;

/** Encoded arguments of these types, with each way to spread the given addresses over them; nothing where a type can't be written. */
export function sampleArguments(types: readonly string[], addresses: readonly Hex[]): Hex[] {
  const parameters = parse(types);
  if (!parameters) return [];
  const places = Math.min(MOST_ADDRESSES, countAddresses(parameters));
  const ways = spread(addresses, places).slice(0, MOST);
  const encoded = ways.map((way) => {
    const next = way[Symbol.iterator]();
    const last = way.at(-1) ?? addresses[0] ?? "0x";
    try {
      return encodeAbiParameters(
        parameters,
        parameters.map((parameter) => sample(parameter, () => next.next().value ?? last)),
      );
    } catch {
      return null;
    }
  });
  return [...new Set(encoded.filter((data) => data !== null))];
}

function parse(types: readonly string[]): readonly AbiParameter[] | null {
  if (types.length === 0) return [];
  try {
    const parameters: unknown = parseAbiParameters(types.join(", "));
    // A type may be called like something that every object has.
    return Array.isArray(parameters) ? parameters : null;
  } catch {
    return null;
  }
}

function spread(addresses: readonly Hex[], places: number): Hex[][] {
  let ways: Hex[][] = [[]];
  for (let place = 0; place < places; place++) ways = ways.flatMap((way) => addresses.map((address) => [...way, address]));
  return ways;
}

function countAddresses(parameters: readonly AbiParameter[]): number {
  return parameters.reduce((sum, { type, ...rest }) => {
    if (type.startsWith("tuple")) return sum + countAddresses((rest as { components?: readonly AbiParameter[] }).components ?? []);
    return sum + (type.startsWith("address") ? 1 : 0);
  }, 0);
}

/** Lists have one element; texts are empty; amounts are small. */
function sample(parameter: AbiParameter, address: () => Hex): unknown {
  const list = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (list) {
    const length = Math.min(8, Number(list[2] || 1));
    return Array.from({ length }, () => sample({ ...parameter, type: list[1] ?? "" } as AbiParameter, address));
  }
  if (parameter.type === "tuple") {
    const components = (parameter as { components?: readonly AbiParameter[] }).components ?? [];
    return components.map((one) => sample({ ...one, name: "" } as AbiParameter, address));
  }
  if (parameter.type === "address") return address();
  if (parameter.type === "bool") return true;
  if (parameter.type === "string") return "";
  if (parameter.type === "bytes") return "0x";
  if (/^bytes\d+$/.test(parameter.type)) return `0x${"00".repeat(Number(parameter.type.slice(5)))}`;
  const bits = Number(/\d+/.exec(parameter.type)?.[0] ?? 256);
  return bits < 16 ? 1n : AMOUNT;
}
