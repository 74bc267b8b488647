import { formatEther } from "viem";

/** 88204000000000 wei → "0.0000882 ETH": three digits that count, never an exponent. */
export function formatEth(wei: bigint): string {
  const value = Number(formatEther(wei));
  if (value === 0) return "0 ETH";
  const decimals = Math.min(18, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return `${value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")} ETH`;
}
