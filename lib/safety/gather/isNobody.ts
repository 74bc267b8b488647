import type { Address } from "viem";

/** Where people send what nobody shall have again. */
const BURNT = new Set<bigint>([0xdeadn, 0xdead000000000000000042069420694206942069n, 0xdeaddeaddeaddeaddeaddeaddeaddeaddeaddeadn]);
/** No search for keys has come near an address that is this small; the precompiled contracts are among them. */
const SMALL = 1n << 64n;
/** One short text over and over, which no key's hash spells. */
const REPEATED = /^(.{1,5}|.{8}|.{10})\1+$/;

/** Nobody can have a key of this address. Code at it would be another matter. */
export function isNobody(address: Address): boolean {
  const value = BigInt(address);
  return value < SMALL || BURNT.has(value) || REPEATED.test(address.slice(2).toLowerCase());
}
