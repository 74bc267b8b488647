import { createRequire } from "node:module";
import { dirname, join } from "node:path";

type Secp256k1 = {
  ecdsaRecover: (signature: Uint8Array, recid: number, message: Uint8Array, compressed: boolean) => Uint8Array;
  ecdsaSign: (message: Uint8Array, key: Uint8Array) => { signature: Uint8Array; recid: number };
};
/** The sponge of FIPS 202, as the package's own wrapper drives it. Rates and capacities in bits, lengths in bytes. */
type Sponge = {
  initialize: (rate: number, capacity: number) => void;
  absorb: (data: Buffer) => void;
  absorbLastFewBits: (suffix: number) => void;
  squeeze: (length: number) => Buffer;
};

/** Compiled packages, which bundlers can't follow; null where there is no build of them for this machine. */
function load<T>(take: (require: NodeJS.Require) => T): T | null {
  try {
    return take(createRequire(join(process.cwd(), "package.json")));
  } catch {
    return null;
  }
}

export const nativeSecp256k1 = load<Secp256k1>((require) => {
  // Without its binding the package would quietly use slow JavaScript; ours is faster than that.
  require("secp256k1/bindings");
  return require("secp256k1");
});

/** The class beneath the package's streams: a stream for each hash costs the garbage collector more than the hash takes. */
export const NativeSponge = load<new () => Sponge>((require) => {
  const own = require.resolve("keccak/package.json");
  const NativeClass = createRequire(own)("node-gyp-build")(dirname(own));
  if (typeof NativeClass !== "function") throw new Error("The binding did not load.");
  return NativeClass;
});
