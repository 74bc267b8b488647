import type { Code } from "./code";
import { INVALID, OUT_OF_GAS } from "./halt";
import type { Live } from "./live";
import type { Machine } from "./machine";
import type { Memory } from "./memory";
import type { InnerCall } from "./types";
import { MASK_160, toNumber, viewOf } from "./words";

/** One instruction. The loop has taken its fixed gas and looked at the stack's depth before. */
export type Op = (frame: Frame) => void;
/** By opcode: fixed gas, words taken from the stack, words put there, and what it does. */
export type Family = Record<number, readonly [gas: number, takes: number, gives: number, run: Op]>;

export const NOTHING: Uint8Array = new Uint8Array();
const MOST_MEMORY = 1 << 27;

type Setup = {
  machine: Machine;
  memory: Memory;
  code: Code;
  /** Whose code it is, and whose storage it works on. */
  codeAt: bigint;
  self: Live;
  caller: bigint;
  value: bigint;
  data: Uint8Array;
  gas: number;
  isStatic: boolean;
  depth: number;
  base: number;
};

/** What the caller needs when a frame is done. */
export type Return = {
  parent: Frame;
  undo: { journal: number; logs: number };
  note: InnerCall | null;
  creates: Live | null;
  outAt: number;
  outSize: number;
};

/** One running call. */
export class Frame {
  pc = 0;
  sp: number;
  gas: number;
  /** False once it has ended or waits for a call that it made. */
  running = true;
  output: Uint8Array = NOTHING;
  outcome: "running" | "return" | "revert" = "running";
  /** What the last inner call returned. */
  returned: Uint8Array = NOTHING;
  back: Return | null = null;
  readonly machine: Machine;
  readonly stack: bigint[];
  readonly base: number;
  readonly memory: Memory;
  readonly code: Code;
  readonly codeAt: bigint;
  readonly self: Live;
  readonly caller: bigint;
  readonly value: bigint;
  readonly data: Uint8Array;
  readonly dataView: DataView;
  readonly isStatic: boolean;
  readonly depth: number;

  constructor(setup: Setup) {
    this.machine = setup.machine;
    this.stack = setup.machine.stack;
    this.base = setup.base;
    this.sp = setup.base;
    this.gas = setup.gas;
    this.memory = setup.memory;
    this.code = setup.code;
    this.codeAt = setup.codeAt;
    this.self = setup.self;
    this.caller = setup.caller;
    this.value = setup.value;
    this.data = setup.data;
    this.dataView = viewOf(setup.data);
    this.isStatic = setup.isStatic;
    this.depth = setup.depth;
  }
}

export function pop(f: Frame): bigint {
  return f.stack[--f.sp] as bigint;
}

export function push(f: Frame, word: bigint): void {
  f.stack[f.sp++] = word;
}

export function popNumber(f: Frame): number {
  return toNumber(f.stack[--f.sp] as bigint);
}

export function popAddress(f: Frame): bigint {
  const word = f.stack[--f.sp] as bigint;
  return word > MASK_160 ? word & MASK_160 : word;
}

export function pay(f: Frame, gas: number): void {
  f.gas -= gas;
  if (f.gas < 0) throw OUT_OF_GAS;
}

/** Memory up to there is used from now on, and paid for. */
export function reach(f: Frame, at: number, length: number): void {
  if (length === 0 || at + length <= f.memory.size) return;
  if (at + length > MOST_MEMORY) throw OUT_OF_GAS;
  const before = f.memory.size / 32;
  const words = Math.ceil((at + length) / 32);
  pay(f, 3 * (words - before) + Math.floor((words * words) / 512) - Math.floor((before * before) / 512));
  f.memory.grow(words * 32);
}

/** A copy of a part of memory that was reached before. */
export function copyOut(f: Frame, at: number, length: number): Uint8Array {
  if (length === 0) return NOTHING;
  // Memory is paid for once, but may be handed on with every call.
  f.machine.spend(length >>> 6);
  return f.memory.bytes.slice(at, at + length);
}

/** For whatever changes state. */
export function refuseStatic(f: Frame): void {
  if (f.isStatic) throw INVALID;
}

/** Whether an account was cold; it is warm from now on. */
export function accessCost(f: Frame, live: Live): number {
  return f.machine.state.warm(live) ? 2_600 : 100;
}
