import { keccak } from "@/lib/crypto/keccak";

const MOST_KEPT = 16_384;
const MOST_BYTES = 96;
/** Mappings are asked for the same keys in every trial. */
const kept = new Map<string, bigint>();

/** keccak256 as a word. */
export function hashWord(bytes: Uint8Array): bigint {
  if (bytes.length > MOST_BYTES) return wordOf(keccak(bytes));
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let hash = kept.get(key);
  if (hash === undefined) {
    hash = wordOf(keccak(bytes));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, hash);
  }
  return hash;
}

function wordOf(hash: Buffer): bigint {
  return (
    (hash.readBigUInt64BE(0) << 192n) | (hash.readBigUInt64BE(8) << 128n) | (hash.readBigUInt64BE(16) << 64n) | hash.readBigUInt64BE(24)
  );
}
