import { createHash } from "node:crypto";
import { UNSUPPORTED } from "../halt";
import { recoverSigner } from "./recoverSigner";

/** Null: failed, all its gas is gone. */
export type Native = (data: Uint8Array, gas: number) => { gas: number; output: Uint8Array } | null;

const words = (data: Uint8Array) => Math.ceil(data.length / 32);

const sha256: Native = (data, gas) => {
  const cost = 60 + 12 * words(data);
  return cost > gas ? null : { gas: cost, output: createHash("sha256").update(data).digest() };
};

const ripemd160: Native = (data, gas) => {
  const cost = 600 + 120 * words(data);
  if (cost > gas) return null;
  const output = new Uint8Array(32);
  output.set(createHash("ripemd160").update(data).digest(), 12);
  return { gas: cost, output };
};

const identity: Native = (data) => ({ gas: 15 + 3 * words(data), output: data });

const unsupported: Native = () => {
  throw UNSUPPORTED;
};

const table = new Map<bigint, Native>([
  [1n, recoverSigner],
  [2n, sha256],
  [3n, ripemd160],
  [4n, identity],
]);
for (let address = 5n; address <= 0x11n; address++) if (!table.has(address)) table.set(address, unsupported);
table.set(0x100n, unsupported);

/** What the chain computes by itself at this address. */
export function precompiled(address: bigint): Native | undefined {
  return address > 0x100n ? undefined : table.get(address);
}
