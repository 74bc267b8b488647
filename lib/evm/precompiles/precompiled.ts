import { createHash } from "node:crypto";
import { UNSUPPORTED } from "../halt";
import { blake2f } from "./blake2f";
import { addPoints, checkPairings, multiplyPoint } from "./bn254";
import { modexp } from "./modexp";
import type { Native } from "./native";
import { recoverSigner } from "./recoverSigner";

const words = (data: Uint8Array) => Math.ceil(data.length / 32);

const sha256: Native = (data, gas, machine) => {
  const cost = 60 + 12 * words(data);
  machine.spend(100);
  return cost > gas ? null : { gas: cost, output: createHash("sha256").update(data).digest() };
};

const ripemd160: Native = (data, gas, machine) => {
  const cost = 600 + 120 * words(data);
  machine.spend(100);
  if (cost > gas) return null;
  const output = new Uint8Array(32);
  output.set(createHash("ripemd160").update(data).digest(), 12);
  return { gas: cost, output };
};

const identity: Native = (data, gas) => {
  const cost = 15 + 3 * words(data);
  return cost > gas ? null : { gas: cost, output: data };
};

const unsupported: Native = () => {
  throw UNSUPPORTED;
};

const table = new Map<bigint, Native>([
  [1n, recoverSigner],
  [2n, sha256],
  [3n, ripemd160],
  [4n, identity],
  [5n, modexp],
  [6n, addPoints],
  [7n, multiplyPoint],
  [8n, checkPairings],
  [9n, blake2f],
  // Blobs' proofs, the curve of BLS signatures and P-256: no token needs them.
  [10n, unsupported],
]);
for (let address = 11n; address <= 17n; address++) table.set(address, unsupported);
table.set(0x100n, unsupported);

/** What the chain computes by itself at this address. */
export function precompiled(address: bigint): Native | undefined {
  return address > 0x100n ? undefined : table.get(address);
}
