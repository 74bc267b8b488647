/** UNI, COMP and their like count to 96 bits and keep the largest number for "all". */
const AS_GOOD_AS_ALL = 2n ** 96n - 1n;

export function isUnlimited(amount: bigint | null): boolean {
  return amount !== null && amount >= AS_GOOD_AS_ALL;
}
