import { copyOut, type Family, type Op, pay, pop, popNumber, push, reach, refuseStatic } from "../frame";
import { hashWord } from "../hash";
import { readWord, writeWord } from "../words";

const keccak256: Op = (f) => {
  const at = popNumber(f);
  const length = popNumber(f);
  pay(f, 6 * Math.ceil(length / 32));
  reach(f, at, length);
  f.machine.spend(16 + (length >>> 5));
  const bytes = length === 0 ? f.memory.bytes.subarray(0, 0) : f.memory.bytes.subarray(at, at + length);
  const hash = hashWord(bytes);
  f.machine.watch.hash(hash, bytes);
  push(f, hash);
};

const mload: Op = (f) => {
  const at = popNumber(f);
  if (at + 32 > f.memory.size) reach(f, at, 32);
  push(f, readWord(f.memory.view, at));
};

const mstore: Op = (f) => {
  const at = popNumber(f);
  if (at + 32 > f.memory.size) reach(f, at, 32);
  writeWord(f.memory.view, at, pop(f));
};

const mstore8: Op = (f) => {
  const at = popNumber(f);
  reach(f, at, 1);
  f.memory.bytes[at] = Number(pop(f) & 0xffn);
};

const mcopy: Op = (f) => {
  const to = popNumber(f);
  const from = popNumber(f);
  const length = popNumber(f);
  pay(f, 3 * Math.ceil(length / 32));
  reach(f, Math.max(to, from), length);
  if (length > 0) f.memory.bytes.copyWithin(to, from, from + length);
};

function log(topics: number): Op {
  return (f) => {
    refuseStatic(f);
    const at = popNumber(f);
    const length = popNumber(f);
    pay(f, 8 * length);
    reach(f, at, length);
    const words: bigint[] = [];
    for (let n = 0; n < topics; n++) words.push(pop(f));
    f.machine.state.logs.push({ address: f.self.address, topics: words, data: copyOut(f, at, length) });
  };
}

export const memory: Family = {
  32: [30, 2, 1, keccak256],
  81: [3, 1, 1, mload],
  82: [3, 2, 0, mstore],
  83: [3, 2, 0, mstore8],
  94: [3, 3, 0, mcopy],
  160: [375, 2, 0, log(0)],
  161: [750, 3, 0, log(1)],
  162: [1_125, 4, 0, log(2)],
  163: [1_500, 5, 0, log(3)],
  164: [1_875, 6, 0, log(4)],
};
