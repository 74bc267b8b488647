import { type AbiParameter, encodeAbiParameters, hexToBytes, parseAbiParameters } from "viem";
import { addressHex, calldata, selectorHex } from "./bytes";
import { SEL } from "./selectors";

/** Arguments with structs in them: lists of one element, this address wherever one is asked for, a transfer's selector for four bytes. */
export function encodeNested(selector: number, types: readonly string[], address = 0n): Uint8Array {
  try {
    const parameters = parseAbiParameters(types.join(", "));
    const values = parameters.map((parameter) => exampleOf(parameter, address));
    const encoded = hexToBytes(encodeAbiParameters(parameters as readonly AbiParameter[], values as never));
    const data = new Uint8Array(4 + encoded.length);
    data.set(calldata(selector));
    data.set(encoded, 4);
    return data;
  } catch {
    // A guess at types that makes no sense is no call.
    return calldata(selector);
  }
}

function exampleOf(parameter: AbiParameter, address: bigint): unknown {
  const list = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (list) {
    const inner = { ...parameter, type: list[1] ?? "" } as AbiParameter;
    return Array.from({ length: Math.min(Number(list[2] || 1), 8) }, () => exampleOf(inner, address));
  }
  if (parameter.type === "tuple") {
    const { components = [] } = parameter as { components?: readonly AbiParameter[] };
    return components.map((component) => exampleOf(component, address));
  }
  if (parameter.type === "address") return addressHex(address);
  if (parameter.type === "bool") return true;
  if (parameter.type === "string") return "";
  if (parameter.type === "bytes") return "0x";
  if (parameter.type === "bytes4") return selectorHex(SEL.transfer);
  if (parameter.type.startsWith("bytes")) return `0x${"00".repeat(Number(parameter.type.slice(5)))}`;
  return /^u?int/.test(parameter.type) ? (/^u?int(8|16|24|32|40|48)$/.test(parameter.type) ? 0 : 0n) : null;
}
