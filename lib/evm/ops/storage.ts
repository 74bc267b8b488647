import { type Family, type Op, pay, pop, push, refuseStatic } from "../frame";
import { OUT_OF_GAS } from "../halt";
import type { Cell } from "../live";

/** EIP-2200: with no more gas than a plain transfer of ether gives, nothing is stored. */
const STIPEND = 2_300;

const sload: Op = (f) => {
  const { state } = f.machine;
  const cell = state.cell(f.self, pop(f));
  pay(f, state.warm(cell) ? 2_100 : 100);
  cell.read = true;
  push(f, cell.value);
};

const sstore: Op = (f) => {
  refuseStatic(f);
  if (f.gas <= STIPEND) throw OUT_OF_GAS;
  const { state } = f.machine;
  const cell = state.cell(f.self, pop(f));
  const value = pop(f);
  pay(f, (state.warm(cell) ? 2_100 : 0) + storeCost(cell, value));
  if (value !== cell.value) state.setCell(cell, value);
};

/** EIP-2929's numbers; what is given back in the end isn't counted. */
function storeCost({ before, value: now }: Cell, value: bigint): number {
  if (value === now || now !== before) return 100;
  return before === 0n ? 20_000 : 2_900;
}

const tload: Op = (f) => push(f, f.self.fleeting.get(pop(f)) ?? 0n);

const tstore: Op = (f) => {
  refuseStatic(f);
  const slot = pop(f);
  f.machine.state.setFleeting(f.self, slot, pop(f));
};

export const storage: Family = {
  84: [0, 1, 1, sload],
  85: [0, 2, 0, sstore],
  92: [100, 1, 1, tload],
  93: [100, 2, 0, tstore],
};
