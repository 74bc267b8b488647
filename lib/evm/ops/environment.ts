import { codeOf } from "../code";
import { accessCost, type Family, type Frame, type Op, pay, pop, popAddress, popNumber, push, reach } from "../frame";
import { INVALID } from "../halt";
import { ENV } from "../types";
import { readWord, wordAt } from "../words";

const EMPTY_HASH = 0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470n;

const calldataload: Op = (f) => {
  const at = popNumber(f);
  push(f, at + 32 <= f.data.length ? readWord(f.dataView, at) : wordAt(f.data, at));
};

const returndatacopy: Op = (f) => {
  const at = popNumber(f);
  const from = popNumber(f);
  const length = popNumber(f);
  if (from + length > f.returned.length) throw INVALID;
  copy(f, at, f.returned, from, length);
};

const calldatacopy: Op = (f) => copy(f, popNumber(f), f.data, popNumber(f), popNumber(f));

const codecopy: Op = (f) => copy(f, popNumber(f), f.code.bytes.subarray(0, f.code.length), popNumber(f), popNumber(f));

const extcodecopy: Op = (f) => {
  const live = foreign(f);
  copy(f, popNumber(f), f.machine.state.code(live), popNumber(f), popNumber(f));
};

const extcodesize: Op = (f) => {
  const live = foreign(f);
  const { length } = f.machine.state.code(live);
  // Code that isn't known yet is taken to be there: so one pass finds more of what is missing.
  push(f, live.unknown ? 1n : BigInt(length));
};

const extcodehash: Op = (f) => {
  const live = foreign(f);
  const { state } = f.machine;
  const code = state.code(live);
  if (code.length > 0) push(f, codeOf(code).hash());
  else push(f, state.isDead(live) ? 0n : EMPTY_HASH);
};

const balance: Op = (f) => {
  const live = f.machine.state.at(popAddress(f));
  pay(f, accessCost(f, live));
  f.machine.env |= ENV.balance;
  f.machine.asked.add(live.address);
  push(f, f.machine.state.balance(live));
};

const selfbalance: Op = (f) => {
  f.machine.env |= ENV.balance;
  f.machine.asked.add(f.self.address);
  push(f, f.machine.state.balance(f.self));
};

const gas: Op = (f) => {
  // Compilers ask for the gas before every call, just to pass all of it on.
  const next = f.code.bytes[f.pc];
  if (next !== 0xf1 && next !== 0xf2 && next !== 0xf4 && next !== 0xfa) f.machine.env |= ENV.gas;
  push(f, BigInt(f.gas));
};

const blockhash: Op = (f) => {
  const number = pop(f);
  f.machine.env |= ENV.blockHash;
  const now = f.machine.block.number;
  push(f, number < now && number + 256n >= now ? f.machine.state.blockHash(number) : 0n);
};

/** The next account on the stack, when it's asked for its code. */
function foreign(f: Frame) {
  const live = f.machine.state.at(popAddress(f));
  pay(f, accessCost(f, live));
  if (live !== f.self) {
    f.machine.env |= ENV.foreignCode;
    f.machine.asked.add(live.address);
  }
  return live;
}

function copy(f: Frame, at: number, from: Uint8Array, fromAt: number, length: number): void {
  pay(f, 3 * Math.ceil(length / 32));
  reach(f, at, length);
  if (length > 0) f.memory.copyIn(at, from, fromAt, length);
}

function noted(bit: number, read: (f: Frame) => bigint): Op {
  return (f) => {
    f.machine.env |= bit;
    push(f, read(f));
  };
}

export const environment: Family = {
  48: [2, 0, 1, (f) => push(f, f.self.address)],
  49: [0, 1, 1, balance],
  50: [2, 0, 1, noted(ENV.origin, (f) => f.machine.origin)],
  51: [2, 0, 1, (f) => push(f, f.caller)],
  52: [2, 0, 1, (f) => push(f, f.value)],
  53: [3, 1, 1, calldataload],
  54: [2, 0, 1, (f) => push(f, BigInt(f.data.length))],
  55: [3, 3, 0, calldatacopy],
  56: [2, 0, 1, (f) => push(f, BigInt(f.code.length))],
  57: [3, 3, 0, codecopy],
  58: [2, 0, 1, noted(ENV.gasPrice, (f) => f.machine.gasPrice)],
  59: [0, 1, 1, extcodesize],
  60: [0, 4, 0, extcodecopy],
  61: [2, 0, 1, (f) => push(f, BigInt(f.returned.length))],
  62: [3, 3, 0, returndatacopy],
  63: [0, 1, 1, extcodehash],
  64: [20, 1, 1, blockhash],
  65: [2, 0, 1, noted(ENV.coinbase, (f) => f.machine.block.coinbase)],
  66: [2, 0, 1, noted(ENV.timestamp, (f) => f.machine.block.timestamp)],
  67: [2, 0, 1, noted(ENV.number, (f) => f.machine.block.number)],
  68: [2, 0, 1, noted(ENV.randao, (f) => f.machine.block.prevRandao)],
  69: [2, 0, 1, noted(ENV.gasLimit, (f) => f.machine.block.gasLimit)],
  70: [2, 0, 1, (f) => push(f, f.machine.block.chainId)],
  71: [5, 0, 1, selfbalance],
  72: [2, 0, 1, noted(ENV.baseFee, (f) => f.machine.block.baseFee)],
  // No call here carries blobs.
  73: [3, 1, 1, (f) => push(f, pop(f) * 0n)],
  74: [2, 0, 1, (f) => push(f, 1n)],
  88: [2, 0, 1, (f) => push(f, BigInt(f.pc - 1))],
  89: [2, 0, 1, (f) => push(f, BigInt(f.memory.size))],
  90: [2, 0, 1, gas],
};
