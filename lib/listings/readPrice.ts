import "server-only";
import { formatUsdc, parseUsdc } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import { fieldFault } from "@/lib/sellers/fieldFault";

/** $1,000 a call. */
const MOST = 1_000_000_000n;

/** The least that a call can cost now, atomic: what the gas of settling it costs, or one unit. */
export function leastPrice(): bigint {
  return priceOf({ price: "0.000001" });
}

/** A price a seller typed, as decimal text. Throws `invalid_input` (`bad_price`, `price_too_low`, `price_too_high`). */
export function readPrice(raw: string, field: string): string {
  const text = raw.trim().replace(/^\$\s*/, "");
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) {
    throw fieldFault(field, "bad_price", "A price is an amount of USDC with at most 6 decimals, such as 0.002.");
  }
  const price = parseUsdc(text);
  const least = leastPrice();
  if (price < least) {
    const why = `A call costs at least ${formatUsdc(least)} USDC now: that is what settling it costs in gas.`;
    throw fieldFault(field, "price_too_low", least === 1n ? "A call costs at least 0.000001 USDC." : why);
  }
  if (price > MOST) throw fieldFault(field, "price_too_high", "A call costs at most 1000 USDC here.");
  return formatUsdc(price).replaceAll(",", "");
}
