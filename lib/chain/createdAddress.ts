import { type Address, getContractAddress, isAddressEqual } from "viem";

/** More than any person's account has made; a machine's may have made more. */
const MOST_NONCES = 2_000n;

/** With which of its nonces an account made this contract; null: with none of those below `upTo` that were tried. */
export function nonceThatMade(creator: Address, contract: Address, upTo: bigint, from = 0n): bigint | null {
  const first = upTo - from > MOST_NONCES ? upTo - MOST_NONCES : from;
  for (let nonce = first; nonce < upTo; nonce++) {
    if (isAddressEqual(getContractAddress({ from: creator, nonce }), contract)) return nonce;
  }
  return null;
}
