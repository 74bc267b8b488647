import { hashWord } from "./hash";
import { bytesToWord } from "./words";

/** What is known about one piece of code before it runs. */
export class Code {
  readonly length: number;
  /** With zeros (STOP) behind, so that no instruction has to look for the end. */
  readonly bytes: Uint8Array;
  readonly jumps: Uint8Array;
  /** The words of PUSH instructions by their place, made when first come across. */
  readonly words: (bigint | undefined)[];

  #hash: bigint | undefined;

  constructor(raw: Uint8Array) {
    this.length = raw.length;
    this.bytes = new Uint8Array(raw.length + 33);
    this.bytes.set(raw);
    this.jumps = jumpsOf(raw);
    this.words = new Array(raw.length);
  }

  hash(): bigint {
    this.#hash ??= hashWord(this.bytes.subarray(0, this.length));
    return this.#hash;
  }

  push(pc: number): bigint {
    const size = (this.bytes[pc] as number) - 0x5f;
    const word = bytesToWord(this.bytes.subarray(pc + 1, pc + 1 + size));
    this.words[pc] = word;
    return word;
  }
}

function jumpsOf(raw: Uint8Array): Uint8Array {
  const jumps = new Uint8Array(raw.length);
  for (let pc = 0; pc < raw.length; pc++) {
    const op = raw[pc] as number;
    if (op === 0x5b) jumps[pc] = 1;
    else if (op >= 0x60 && op <= 0x7f) pc += op - 0x5f;
  }
  return jumps;
}

const known = new WeakMap<Uint8Array, Code>();

/** The same bytes (the same object) are looked through once. */
export function codeOf(raw: Uint8Array): Code {
  let code = known.get(raw);
  if (!code) {
    code = new Code(raw);
    known.set(raw, code);
  }
  return code;
}
