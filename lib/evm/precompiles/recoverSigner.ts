import { keccak } from "@/lib/crypto/keccak";
import { nativeSecp256k1 } from "@/lib/crypto/native";
import { UNSUPPORTED } from "../halt";
import { wordAt } from "../words";
import type { Native } from "./precompiled";

const COST = 3_000;
const NOTHING = new Uint8Array();

export const recoverSigner: Native = (data, gas) => {
  if (COST > gas) return null;
  const output = recovered(data);
  return { gas: COST, output };
};

function recovered(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(128);
  padded.set(data.subarray(0, 128));
  const v = wordAt(padded, 32);
  if (v !== 27n && v !== 28n) return NOTHING;
  if (!nativeSecp256k1) throw UNSUPPORTED;
  try {
    const key = nativeSecp256k1.ecdsaRecover(padded.slice(64, 128), Number(v) - 27, padded.slice(0, 32), false);
    const output = new Uint8Array(32);
    output.set(keccak(key.subarray(1)).subarray(12), 12);
    return output;
  } catch {
    return NOTHING;
  }
}
