import { keccak256 } from "viem";
import { nativeKeccak } from "./native";

/** keccak256 as bytes. The native one takes a twentieth of the time for a transaction of many payments. */
export function keccak(data: Uint8Array): Buffer {
  if (!nativeKeccak) return Buffer.from(keccak256(data, "bytes"));
  return nativeKeccak("keccak256")
    .update(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
    .digest();
}
