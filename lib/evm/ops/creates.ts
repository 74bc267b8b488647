import { keccak } from "@/lib/crypto/keccak";
import { codeOf } from "../code";
import { copyOut, type Family, Frame, NOTHING, type Op, pay, pop, popNumber, push, reach, refuseStatic } from "../frame";
import { OUT_OF_GAS } from "../halt";
import { memoryFor } from "../memory";
import { addressToBytes, bytesToWord, MASK_160, wordToBytes } from "../words";

const MOST_DEPTH = 1_024;
/** EIP-3860. */
const MOST_INIT_CODE = 49_152;

function creator(kind: "create" | "create2"): Op {
  return (f) => {
    refuseStatic(f);
    const { state } = f.machine;
    const value = pop(f);
    const at = popNumber(f);
    const size = popNumber(f);
    const salt = kind === "create2" ? pop(f) : 0n;
    if (size > MOST_INIT_CODE) throw OUT_OF_GAS;
    pay(f, (kind === "create2" ? 8 : 2) * Math.ceil(size / 32));
    reach(f, at, size);
    f.machine.spend(size >>> 2);
    f.returned = NOTHING;
    if (f.depth >= MOST_DEPTH || (value !== 0n && state.balance(f.self) < value)) return push(f, 0n);
    const gas = f.gas - Math.floor(f.gas / 64);
    f.gas -= gas;
    const nonce = state.nonce(f.self);
    state.setNonce(f.self, nonce + 1n);
    const init = copyOut(f, at, size);
    const target = state.at(kind === "create" ? addressByNonce(f.self.address, nonce) : addressBySalt(f.self.address, salt, init));
    state.warm(target);
    const note = f.machine.note({ kind, at: f.self.address, to: target.address, selector: -1, value, depth: f.depth + 1, ok: false });
    if (state.code(target).length > 0 || state.nonce(target) !== 0n) return push(f, 0n);
    const undo = state.mark();
    state.create(target);
    state.move(f.self, target, value);
    const child = new Frame({
      machine: f.machine,
      memory: memoryFor(f.depth + 1),
      code: codeOf(init),
      codeAt: target.address,
      self: target,
      caller: f.self.address,
      value,
      data: NOTHING,
      gas,
      isStatic: false,
      depth: f.depth + 1,
      base: f.sp,
    });
    child.back = { parent: f, undo, note, creates: target, outAt: 0, outSize: 0 };
    f.machine.entered = child;
    f.running = false;
  };
}

/** The last 20 bytes of keccak(rlp([creator, nonce])). */
export function addressByNonce(creator: bigint, nonce: bigint): bigint {
  const hex = nonce.toString(16);
  const number = nonce === 0n ? Buffer.alloc(0) : Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
  const item = nonce !== 0n && nonce < 0x80n ? number : Buffer.concat([Buffer.of(0x80 + number.length), number]);
  return lastTwenty(Buffer.concat([Buffer.of(0xc0 + 21 + item.length, 0x94), addressToBytes(creator), item]));
}

function addressBySalt(creator: bigint, salt: bigint, init: Uint8Array): bigint {
  return lastTwenty(Buffer.concat([Buffer.of(0xff), addressToBytes(creator), wordToBytes(salt), keccak(init)]));
}

function lastTwenty(bytes: Buffer): bigint {
  return bytesToWord(keccak(bytes)) & MASK_160;
}

export const creates: Family = {
  240: [32_000, 3, 1, creator("create")],
  245: [32_000, 4, 1, creator("create2")],
};
