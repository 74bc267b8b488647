import { codeOf } from "../code";
import { delegateOf } from "../delegate";
import { accessCost, copyOut, type Family, Frame, NOTHING, type Op, pay, pop, popAddress, popNumber, push, reach } from "../frame";
import { INVALID } from "../halt";
import type { Live } from "../live";
import { memoryFor } from "../memory";
import { precompiled } from "../precompiles/precompiled";
import type { CallKind, InnerCall } from "../types";
import { viewOf } from "../words";

const MOST_DEPTH = 1_024;
const STIPEND = 2_300;

/** What code that isn't known yet is taken to say, so that one pass gets further and finds more of what is missing: true, some, not nobody. */
const GUESS = Uint8Array.from({ length: 128 }, (_, n) => (n % 32 === 31 ? 1 : 0));

type Asked = {
  kind: "call" | "callcode" | "delegatecall" | "staticcall";
  target: Live;
  code: Uint8Array;
  value: bigint;
  data: Uint8Array;
  gas: number;
  outAt: number;
  outSize: number;
};

function caller(kind: Asked["kind"]): Op {
  return (f) => {
    const asked = ask(f, kind);
    const { state } = f.machine;
    f.returned = NOTHING;
    const note = f.machine.note(noteOf(f, asked));
    if (f.depth >= MOST_DEPTH || (asked.value !== 0n && state.balance(f.self) < asked.value)) {
      f.gas += asked.gas;
      return push(f, 0n);
    }
    const undo = state.mark();
    if (kind === "call") state.move(f.self, asked.target, asked.value);
    const native = precompiled(asked.target.address);
    if (native) return answer(f, asked, native(asked.data, asked.gas, f.machine), () => state.undo(undo), note);
    if (asked.code.length === 0) return answer(f, asked, { gas: 0, output: asked.target.unknown ? GUESS : NOTHING }, () => {}, note);
    const child = childOf(f, asked);
    child.back = { parent: f, undo, note, creates: null, outAt: asked.outAt, outSize: asked.outSize };
    f.machine.entered = child;
    f.running = false;
  };
}

/** Takes a call from the stack and pays for it. */
function ask(f: Frame, kind: Asked["kind"]): Asked {
  const { state } = f.machine;
  const wanted = pop(f);
  const target = state.at(popAddress(f));
  const value = kind === "call" || kind === "callcode" ? pop(f) : 0n;
  const at = popNumber(f);
  const size = popNumber(f);
  const outAt = popNumber(f);
  const outSize = popNumber(f);
  if (kind === "call" && value !== 0n && f.isStatic) throw INVALID;
  reach(f, at, size);
  reach(f, outAt, outSize);
  let cost = accessCost(f, target);
  // Before anything is asked of the world that the call may not be able to pay for.
  if (value !== 0n) cost += 9_000;
  pay(f, cost);
  if (value !== 0n && kind === "call" && state.isDead(target)) pay(f, 25_000);
  let code = precompiled(target.address) ? NOTHING : state.code(target);
  const delegate = delegateOf(state, code);
  if (delegate) {
    pay(f, accessCost(f, delegate));
    code = precompiled(delegate.address) ? NOTHING : state.code(delegate);
  }
  const most = f.gas - Math.floor(f.gas / 64);
  const given = wanted > BigInt(most) ? most : Number(wanted);
  pay(f, given);
  return { kind, target, code, value, data: copyOut(f, at, size), gas: given + (value === 0n ? 0 : STIPEND), outAt, outSize };
}

function childOf(f: Frame, { kind, target, code, value, data, gas }: Asked): Frame {
  const ownStorage = kind === "callcode" || kind === "delegatecall";
  return new Frame({
    machine: f.machine,
    memory: memoryFor(f.depth + 1),
    code: codeOf(code),
    codeAt: target.address,
    self: ownStorage ? f.self : target,
    caller: kind === "delegatecall" ? f.caller : f.self.address,
    value: kind === "delegatecall" ? f.value : value,
    data,
    gas,
    isStatic: f.isStatic || kind === "staticcall",
    depth: f.depth + 1,
    base: f.sp,
  });
}

/** A call that needs no frame: to nobody, or to what the machine does by itself. */
function answer(
  f: Frame,
  { gas, outAt, outSize }: Asked,
  result: { gas: number; output: Uint8Array } | null,
  undo: () => void,
  note: InnerCall,
): void {
  if (!result || result.gas > gas) {
    undo();
    push(f, 0n);
    return;
  }
  note.ok = true;
  f.gas += gas - result.gas;
  f.returned = result.output;
  if (outSize > 0) f.memory.bytes.set(result.output.subarray(0, outSize), outAt);
  push(f, 1n);
}

function noteOf(f: Frame, { kind, target, value, data }: Asked): InnerCall {
  const selector = data.length < 4 ? -1 : viewOf(data).getUint32(0);
  const known: CallKind = kind;
  return { kind: known, at: f.self.address, to: target.address, selector, value, depth: f.depth + 1, ok: false };
}

export const calls: Family = {
  241: [0, 7, 1, caller("call")],
  242: [0, 7, 1, caller("callcode")],
  244: [0, 6, 1, caller("delegatecall")],
  250: [0, 6, 1, caller("staticcall")],
};
