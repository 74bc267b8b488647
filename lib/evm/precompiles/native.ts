import type { Machine } from "../machine";

/** What the chain computes by itself. Null: it failed, all its gas is gone. */
export type Native = (data: Uint8Array, gas: number, machine: Machine) => { gas: number; output: Uint8Array } | null;

/** The first `length` bytes from `at`, zeros where there are none. */
export function padded(data: Uint8Array, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (at < data.length) bytes.set(data.subarray(at, at + length));
  return bytes;
}
