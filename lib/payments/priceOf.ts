import "server-only";
import { env } from "@/lib/env";
import { parseUsdc } from "@/lib/money";
import { engine } from "@/lib/settlement/engine";
import type { ToolDefinition } from "@/lib/tools/define";

/**
 * What one call of this tool costs now, atomic: its listed price, or the floor that the price of gas sets where that is
 * higher. Whoever shows or asks a price takes it from here.
 */
export function priceOf({ price }: Pick<ToolDefinition, "price">): bigint {
  const listed = parseUsdc(price);
  const floor = env().usdPerEth === null ? 0n : engine().settler.floor.now();
  return listed > floor ? listed : floor;
}
