import {
  accessCost,
  copyOut,
  type Family,
  type Frame,
  NOTHING,
  type Op,
  pay,
  pop,
  popAddress,
  popNumber,
  reach,
  refuseStatic,
} from "../frame";
import { INVALID } from "../halt";
import { toNumber } from "../words";

const stop: Op = (f) => end(f, "return", NOTHING);

const jump: Op = (f) => jumpTo(f, pop(f));

const jumpi: Op = (f) => {
  const to = pop(f);
  if (pop(f) !== 0n) jumpTo(f, to);
};

const giveBack: Op = (f) => end(f, "return", part(f));
const revert: Op = (f) => end(f, "revert", part(f));

const selfdestruct: Op = (f) => {
  refuseStatic(f);
  const { state } = f.machine;
  const heir = state.at(popAddress(f));
  const cold = accessCost(f, heir) === 2_600;
  const value = state.balance(f.self);
  pay(f, (cold ? 2_600 : 0) + (value !== 0n && state.isDead(heir) ? 25_000 : 0));
  f.machine.note({ kind: "selfdestruct", at: f.self.address, to: heir.address, selector: -1, value, depth: f.depth + 1, ok: true });
  state.move(f.self, heir, value);
  // EIP-6780: only what this very transaction made goes; its ether goes with it when it's its own heir.
  if (f.self.created) {
    if (heir === f.self) state.setBalance(f.self, 0n);
    state.destroy(f.self);
  }
  end(f, "return", NOTHING);
};

function jumpTo(f: Frame, to: bigint): void {
  const pc = toNumber(to);
  if (f.code.jumps[pc] !== 1) throw INVALID;
  f.pc = pc;
}

function part(f: Frame): Uint8Array {
  const at = popNumber(f);
  const length = popNumber(f);
  reach(f, at, length);
  return copyOut(f, at, length);
}

function end(f: Frame, outcome: "return" | "revert", output: Uint8Array): void {
  f.outcome = outcome;
  f.output = output;
  f.running = false;
}

export const flow: Family = {
  0: [0, 0, 0, stop],
  80: [2, 1, 0, (f) => void pop(f)],
  86: [8, 1, 0, jump],
  87: [10, 2, 0, jumpi],
  91: [1, 0, 0, () => {}],
  243: [0, 2, 0, giveBack],
  253: [0, 2, 0, revert],
  255: [5_000, 1, 0, selfdestruct],
};
