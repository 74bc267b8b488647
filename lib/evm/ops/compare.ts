import { type Family, type Op, pop, push } from "../frame";

const lt: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  if (f.machine.watch.active) f.machine.watch.compare(f, 0x10, a, b);
  push(f, a < b ? 1n : 0n);
};

const gt: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  if (f.machine.watch.active) f.machine.watch.compare(f, 0x11, a, b);
  push(f, a > b ? 1n : 0n);
};

const slt: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  if (f.machine.watch.active) f.machine.watch.compare(f, 0x12, a, b);
  push(f, BigInt.asIntN(256, a) < BigInt.asIntN(256, b) ? 1n : 0n);
};

const sgt: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  if (f.machine.watch.active) f.machine.watch.compare(f, 0x13, a, b);
  push(f, BigInt.asIntN(256, a) > BigInt.asIntN(256, b) ? 1n : 0n);
};

const eq: Op = (f) => {
  const a = pop(f);
  const b = pop(f);
  const agreed = f.machine.watch.active && f.machine.watch.compare(f, 0x14, a, b);
  push(f, agreed || a === b ? 1n : 0n);
};

const iszero: Op = (f) => push(f, pop(f) === 0n ? 1n : 0n);

export const compare: Family = {
  16: [3, 2, 1, lt],
  17: [3, 2, 1, gt],
  18: [3, 2, 1, slt],
  19: [3, 2, 1, sgt],
  20: [3, 2, 1, eq],
  21: [3, 1, 1, iszero],
};
