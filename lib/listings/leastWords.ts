import "server-only";
import { formatUsdc } from "@/lib/money";
import { leastPrice } from "./readPrice";

/** The least that a call can cost now, and why, for whoever sets a price. `least`: atomic units. */
export function leastWords(): { least: string; leastWords: string } {
  const least = leastPrice();
  const why = least === 1n ? "" : ": the market pays the gas of settling it";
  return { least: least.toString(), leastWords: `At least ${formatUsdc(least)} USDC now${why}.` };
}
