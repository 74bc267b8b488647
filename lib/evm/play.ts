import { type Frame, NOTHING, pay, push } from "./frame";
import { Halt, INVALID, OUT_OF_GAS } from "./halt";
import { walk } from "./loop";
import type { Machine } from "./machine";

/** EIP-170. */
const MOST_CODE = 24_576;

/** Runs a frame and all that it calls, without nesting: code may call a thousand deep. Returns why the first ended. */
export function play(machine: Machine, first: Frame): Halt | null {
  let frame = first;
  for (;;) {
    let halt: Halt | null = null;
    try {
      walk(frame);
      if (frame.outcome === "return" && frame.back?.creates) deposit(frame);
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      if (error.whole) return error;
      halt = error;
    }
    if (!halt && frame.outcome === "running" && machine.entered) {
      frame = machine.entered;
      machine.entered = null;
      continue;
    }
    if (!frame.back) return halt;
    frame = comeBack(machine, frame, halt !== null);
  }
}

/** The code that a constructor returned is paid for and put in place. */
function deposit(frame: Frame): void {
  const { output, back } = frame;
  if (!back?.creates) return;
  if (output.length > MOST_CODE) throw OUT_OF_GAS;
  if (output[0] === 0xef) throw INVALID;
  pay(frame, 200 * output.length);
  frame.machine.state.setCode(back.creates, output);
}

/** Hands a frame's end to whoever called it. */
function comeBack(machine: Machine, frame: Frame, halted: boolean): Frame {
  const { back, outcome, output } = frame;
  if (!back) throw new Error("The first frame has nobody to come back to.");
  const { parent } = back;
  const ok = !halted && outcome === "return";
  if (!ok) machine.state.undo(back.undo);
  if (!halted) parent.gas += frame.gas;
  if (back.note) back.note.ok = ok;
  const silent = halted || (back.creates && ok);
  parent.returned = silent ? NOTHING : output;
  if (back.creates) push(parent, ok ? back.creates.address : 0n);
  else {
    if (!halted && back.outSize > 0) parent.memory.bytes.set(output.subarray(0, back.outSize), back.outAt);
    push(parent, ok ? 1n : 0n);
  }
  parent.running = true;
  return parent;
}
