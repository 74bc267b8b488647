import { type Address, getAddress, isAddress, maxUint256 } from "viem";

type Fields = Record<string, unknown>;

/** Typed data may hold anything: whatever is not shaped as it should be is not there. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function addressIn(fields: Fields | null, ...names: string[]): Address | null {
  for (const name of names) {
    const value = fields?.[name];
    if (typeof value === "string" && isAddress(value, { strict: false })) return getAddress(value);
  }
  return null;
}

export function numberIn(fields: Fields | null, ...names: string[]): bigint | null {
  for (const name of names) {
    const value = fields?.[name];
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return BigInt(value);
    if (typeof value === "bigint" && value >= 0n) return value;
    if (typeof value === "string" && /^(\d{1,78}|0x[0-9a-fA-F]{1,64})$/.test(value)) return within256(BigInt(value));
  }
  return null;
}

function within256(value: bigint): bigint | null {
  return value <= maxUint256 ? value : null;
}

export function listIn(fields: Fields | null, name: string, most: number): Fields[] {
  const value = fields?.[name];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .slice(0, most)
    .map(fieldsOf)
    .filter((one) => one !== null);
}
