import { secp256k1 } from "@noble/curves/secp256k1";
import { keccak } from "@/lib/crypto/keccak";
import { nativeSecp256k1 } from "@/lib/crypto/native";
import { wordAt } from "../words";
import { type Native, padded } from "./native";

const COST = 3_000;
const NOTHING = new Uint8Array();

export const recoverSigner: Native = (data, gas, machine) => {
  if (COST > gas) return null;
  machine.spend(500);
  return { gas: COST, output: signer(padded(data, 0, 128)) };
};

function signer(data: Uint8Array): Uint8Array {
  const v = wordAt(data, 32);
  if (v !== 27n && v !== 28n) return NOTHING;
  try {
    const output = new Uint8Array(32);
    output.set(keccak(publicKey(data.subarray(0, 32), data.subarray(64), Number(v) - 27)).subarray(12), 12);
    return output;
  } catch {
    // Numbers that are nobody's signature.
    return NOTHING;
  }
}

function publicKey(hash: Uint8Array, signature: Uint8Array, parity: number): Uint8Array {
  // The binding takes nothing but whole arrays.
  if (nativeSecp256k1) return nativeSecp256k1.ecdsaRecover(signature.slice(), parity, hash.slice(), false).subarray(1);
  return secp256k1.Signature.fromCompact(signature).addRecoveryBit(parity).recoverPublicKey(hash).toRawBytes(false).subarray(1);
}
