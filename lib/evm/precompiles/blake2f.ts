import { viewOf } from "../words";
import type { Native } from "./native";

const SIZE = 213;
const INITIAL = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
/** RFC 7693, section 2.7, a digit a word. */
const ORDER = [
  "0123456789abcdef",
  "ea489fd61c02b753",
  "b8c052fdae367194",
  "7931dcbe265a40f8",
  "905724afe1bc683d",
  "2c6a0b834d75fe19",
  "c51fed4a0763928b",
  "db7ec13950f4862a",
  "6fe9b308c2d714a5",
  "a2847615fb9e3cd0",
].map((row) => [...row].map((digit) => Number.parseInt(digit, 16)));
const MIXED = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/** EIP-152: a gas a round. */
export const blake2f: Native = (data, gas, machine) => {
  if (data.length !== SIZE || (data[SIZE - 1] as number) > 1) return null;
  const view = viewOf(data);
  const rounds = view.getUint32(0);
  if (rounds > gas) return null;
  machine.spend(rounds * 30);
  const state = new BigUint64Array(8);
  for (let n = 0; n < 8; n++) state[n] = view.getBigUint64(4 + n * 8, true);
  const work = new BigUint64Array([...state, ...INITIAL]);
  at(work, 12, (word) => word ^ view.getBigUint64(196, true));
  at(work, 13, (word) => word ^ view.getBigUint64(204, true));
  if (data[SIZE - 1] === 1) at(work, 14, (word) => ~word);
  const message = new BigUint64Array(16);
  for (let n = 0; n < 16; n++) message[n] = view.getBigUint64(68 + n * 8, true);
  for (let round = 0; round < rounds; round++) mix(work, message, ORDER[round % 10] as number[]);
  const output = new Uint8Array(64);
  const out = viewOf(output);
  for (let n = 0; n < 8; n++) out.setBigUint64(n * 8, (state[n] as bigint) ^ (work[n] as bigint) ^ (work[n + 8] as bigint), true);
  return { gas: rounds, output };
};

function mix(work: BigUint64Array, message: BigUint64Array, order: number[]): void {
  MIXED.forEach(([a, b, c, d], n) => {
    for (const [half, first, second] of [
      [0, 32n, 24n],
      [1, 16n, 63n],
    ] as const) {
      const word = message[order[n * 2 + half] as number] as bigint;
      at(work, a, (value) => value + (work[b] as bigint) + word);
      at(work, d, (value) => turned(value ^ (work[a] as bigint), first));
      at(work, c, (value) => value + (work[d] as bigint));
      at(work, b, (value) => turned(value ^ (work[c] as bigint), second));
    }
  });
}

/** The array keeps 64 bits of whatever is put into it. */
function at(words: BigUint64Array, index: number, change: (word: bigint) => bigint): void {
  words[index] = change(words[index] as bigint);
}

function turned(word: bigint, by: bigint): bigint {
  return (word >> by) | (word << (64n - by));
}
