import { OUT_OF_STEPS } from "../halt";
import type { Machine } from "../machine";

/** What the chain computes by itself. Null: it failed, all its gas is gone. */
export type Native = (data: Uint8Array, gas: number, machine: Machine) => { gas: number; output: Uint8Array } | null;

/** Work that takes longer than its gas says counts as instructions, so that no call holds the machine for long. */
export function spendSteps(machine: Machine, steps: number): void {
  machine.stepsLeft -= steps;
  if (machine.stepsLeft < 0) throw OUT_OF_STEPS;
}

/** The first `length` bytes from `at`, zeros where there are none. */
export function padded(data: Uint8Array, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (at < data.length) bytes.set(data.subarray(at, at + length));
  return bytes;
}
