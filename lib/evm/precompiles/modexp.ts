import { wordAt } from "../words";
import { type Native, padded } from "./native";

/** EIP-7823. */
const MOST_BYTES = 1_024n;
const LEAST_GAS = 500;

export const modexp: Native = (data, gas, machine) => {
  const lengths = [wordAt(data, 0), wordAt(data, 32), wordAt(data, 64)];
  if (lengths.some((length) => length > MOST_BYTES)) return null;
  const [baseLength = 0, exponentLength = 0, modulusLength = 0] = lengths.map(Number);
  const exponent = integer(padded(data, 96 + baseLength, exponentLength));
  const cost = costOf(Math.max(baseLength, modulusLength), exponentLength, exponent);
  if (cost > gas) return null;
  machine.spend(Math.floor(cost / 2));
  const base = integer(padded(data, 96, baseLength));
  const modulus = integer(padded(data, 96 + baseLength + exponentLength, modulusLength));
  const result = modulus === 0n ? 0n : power(base, exponent, modulus);
  const output = modulusLength === 0 ? new Uint8Array() : Buffer.from(result.toString(16).padStart(modulusLength * 2, "0"), "hex");
  return { gas: cost, output };
};

/** EIP-7883. */
function costOf(longest: number, exponentLength: number, exponent: bigint): number {
  const words = Math.ceil(longest / 8);
  const complexity = longest <= 32 ? 16 : 2 * words * words;
  const beyond = Math.max(0, exponentLength - 32);
  const head = exponent >> BigInt(8 * beyond);
  const bits = head === 0n ? 0 : head.toString(2).length - 1;
  return Math.max(LEAST_GAS, complexity * Math.max(1, 16 * beyond + bits));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  const factor = base % modulus;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * factor) % modulus;
  }
  return result;
}

function integer(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}
