import { createRequire } from "node:module";
import { join } from "node:path";

type Secp256k1 = {
  ecdsaRecover: (signature: Uint8Array, recid: number, message: Uint8Array, compressed: boolean) => Uint8Array;
  ecdsaSign: (message: Uint8Array, key: Uint8Array) => { signature: Uint8Array; recid: number };
};
type Keccak = (algorithm: "keccak256") => { update: (data: Buffer) => { digest: () => Buffer } };

/** Compiled packages, which bundlers can't follow; null where there is no build of them for this machine. */
function load<T>(name: string): T | null {
  try {
    const require = createRequire(join(process.cwd(), "package.json"));
    // Without its binding the package would quietly use slow JavaScript; ours is faster than that.
    require(`${name}/bindings`);
    return require(name) as T;
  } catch {
    return null;
  }
}

export const nativeSecp256k1 = load<Secp256k1>("secp256k1");
export const nativeKeccak = load<Keccak>("keccak");
