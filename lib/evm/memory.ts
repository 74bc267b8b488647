import { viewOf } from "./words";

const FIRST_SIZE = 4_096;

/** Grows in words; what lies beyond `size` is zero. */
export class Memory {
  bytes = new Uint8Array(FIRST_SIZE);
  view = viewOf(this.bytes);
  size = 0;

  grow(size: number): void {
    if (size > this.bytes.length) {
      const bytes = new Uint8Array(Math.max(size, this.bytes.length * 2));
      bytes.set(this.bytes.subarray(0, this.size));
      this.bytes = bytes;
      this.view = viewOf(bytes);
    }
    this.size = size;
  }

  clear(): void {
    this.bytes.fill(0, 0, this.size);
    this.size = 0;
  }

  /** Copies what there is of `from`, zeros for the rest. The place must have been reached before. */
  copyIn(at: number, from: Uint8Array, fromAt: number, length: number): void {
    const part = fromAt < from.length ? from.subarray(fromAt, fromAt + length) : from.subarray(0, 0);
    this.bytes.set(part, at);
    this.bytes.fill(0, at + part.length, at + length);
  }
}

/** One for each depth of calls, used again by every call. */
const pool: Memory[] = [];

export function memoryFor(depth: number): Memory {
  let memory = pool[depth];
  if (!memory || memory.bytes.length > 1 << 20) {
    memory = new Memory();
    pool[depth] = memory;
  }
  memory.clear();
  return memory;
}
