import type { Family, Frame, Op } from "./frame";
import { INVALID, OUT_OF_GAS, OUT_OF_STEPS } from "./halt";
import { arithmetic } from "./ops/arithmetic";
import { bits } from "./ops/bits";
import { calls } from "./ops/calls";
import { compare } from "./ops/compare";
import { creates } from "./ops/creates";
import { environment } from "./ops/environment";
import { flow } from "./ops/flow";
import { memory } from "./ops/memory";
import { storage } from "./ops/storage";

const MOST_STACK = 1_024;

const families: Family = { ...arithmetic, ...compare, ...bits, ...environment, ...memory, ...storage, ...flow, ...calls, ...creates };
const run: Op[] = [];
const gasOf = new Uint16Array(256);
const takes = new Uint8Array(256);
/** How full the stack may be before. */
const room = new Uint16Array(256);
for (let op = 0; op < 256; op++) {
  const [gas, pops, pushes, does] = families[op] ?? [0, 0, 0, invalid];
  run.push(does);
  gasOf[op] = gas;
  takes[op] = pops;
  room[op] = MOST_STACK + pops - pushes;
}

function invalid(): never {
  throw INVALID;
}

/** Runs until the frame ends, or waits for a call that it made. What moves words on the stack is half of all instructions: done here. */
export function walk(f: Frame): void {
  const { stack, base, code, machine } = f;
  const { bytes, words } = code;
  while (f.running) {
    if (--machine.stepsLeft < 0) throw OUT_OF_STEPS;
    const { pc, sp } = f;
    const op = bytes[pc] as number;
    if (op < 0x5f || op > 0x9f) {
      f.gas -= gasOf[op] as number;
      if (f.gas < 0) throw OUT_OF_GAS;
      if (sp - base < (takes[op] as number) || sp - base > (room[op] as number)) throw INVALID;
      f.pc = pc + 1;
      (run[op] as Op)(f);
      continue;
    }
    f.gas -= op === 0x5f ? 2 : 3;
    if (f.gas < 0) throw OUT_OF_GAS;
    if (op < 0x80) {
      if (sp - base >= MOST_STACK) throw INVALID;
      stack[sp] = words[pc] ?? code.push(pc);
      f.sp = sp + 1;
      f.pc = pc + op - 0x5e;
    } else if (op < 0x90) {
      const from = sp - (op - 0x7f);
      if (from < base || sp - base >= MOST_STACK) throw INVALID;
      stack[sp] = stack[from] as bigint;
      f.sp = sp + 1;
      f.pc = pc + 1;
    } else {
      const other = sp - 1 - (op - 0x8f);
      if (other < base) throw INVALID;
      const top = stack[sp - 1] as bigint;
      stack[sp - 1] = stack[other] as bigint;
      stack[other] = top;
      f.pc = pc + 1;
    }
  }
}
