import "server-only";
import { env } from "@/lib/env";
import { parseUsdc } from "@/lib/money";
import { engine } from "@/lib/settlement/engine";
import type { ToolDefinition } from "@/lib/tools/define";

/**
 * What one call of this tool costs now, atomic: its listed price, or what its request makes it, or the floor that the
 * price of gas sets where that is higher. Whoever shows or asks a price takes it from here.
 */
export function priceOf({ price }: Pick<ToolDefinition, "price">, ofRequest?: bigint): bigint {
  const least = parseUsdc(price);
  const listed = ofRequest !== undefined && ofRequest > least ? ofRequest : least;
  const floor = env().usdPerEth === null ? 0n : engine().settler.floor.now();
  return listed > floor ? listed : floor;
}
