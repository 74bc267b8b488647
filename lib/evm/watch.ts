import type { Frame } from "./frame";
import type { Compare } from "./types";
import { addressToBytes, bytesToWord, MASK_160, wordToBytes } from "./words";

const MOST_COMPARES = 256;
const MOST_HASHES = 512;
const MOST_SEARCHED = 4_096;
const MOST_KEPT = 160;

/** Looks for marked values where code compares, and for hashes made over them. */
export class Watch {
  readonly compares: Compare[] = [];
  readonly hashes = new Map<bigint, Uint8Array>();
  readonly active: boolean;
  readonly #noted = new Set<string>();
  readonly #patterns: { mark: bigint; bytes: Buffer }[];
  /** Marks by themselves, and hashes over them: what they stand for. */
  readonly #marked = new Map<bigint, bigint>();

  constructor(
    marks: ReadonlySet<bigint> | undefined,
    private readonly agree: ReadonlySet<string> | undefined,
  ) {
    this.active = marks !== undefined && marks.size > 0;
    this.#patterns = [];
    for (const mark of marks ?? []) {
      this.#marked.set(mark, mark);
      // A word that holds an address holds its 20 bytes too.
      this.#patterns.push({ mark, bytes: Buffer.from(mark > MASK_160 ? wordToBytes(mark) : addressToBytes(mark)) });
    }
  }

  /** True where the two are to pass as equal: a marked value at a place that was named for it. */
  compare(f: Frame, op: number, a: bigint, b: bigint): boolean {
    const ofA = this.#markOf(a);
    if (ofA !== undefined) this.#note(f, op, ofA, a, b);
    const ofB = this.#markOf(b);
    if (ofB !== undefined) this.#note(f, op, ofB, b, a);
    return this.agree !== undefined && (ofA !== undefined || ofB !== undefined) && this.agree.has(`${f.codeAt}.${f.pc - 1}`);
  }

  hash(hash: bigint, bytes: Uint8Array): void {
    if (this.hashes.has(hash)) return;
    if (bytes.length >= 20 && bytes.length <= MOST_KEPT && this.hashes.size < MOST_HASHES) this.hashes.set(hash, bytes.slice());
    if (!this.active || bytes.length < 20 || bytes.length > MOST_SEARCHED || this.#marked.has(hash)) return;
    const mark = this.#markIn(bytes);
    if (mark !== undefined) this.#marked.set(hash, mark);
  }

  #markIn(bytes: Uint8Array): bigint | undefined {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const pattern of this.#patterns) if (buffer.includes(pattern.bytes)) return pattern.mark;
    // Mappings within mappings: a hash over a hash over a mark.
    for (let at = 0; at + 32 <= bytes.length; at += 32) {
      const mark = this.#marked.get(bytesToWord(bytes.subarray(at, at + 32)));
      if (mark !== undefined) return mark;
    }
  }

  #markOf(word: bigint): bigint | undefined {
    const mark = this.#marked.get(word);
    return mark === undefined && word > MASK_160 ? this.#marked.get(word & MASK_160) : mark;
  }

  #note(f: Frame, op: number, mark: bigint, word: bigint, other: bigint): void {
    if (this.compares.length >= MOST_COMPARES) return;
    const pc = f.pc - 1;
    const key = `${f.codeAt} ${pc} ${mark} ${other}`;
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    const hashed = word !== mark && (word & MASK_160) !== mark;
    this.compares.push({ code: f.codeAt, pc, op, mark, other, hashed });
  }
}
