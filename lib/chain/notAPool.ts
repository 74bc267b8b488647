import type { Address } from "viem";
import type { ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { chainsWithCode, elsewhereHint } from "./elsewhere";
import type { Found } from "./openPool";

/** The refusal that says what there is instead of a pool, and on which other chain there is something. */
export async function notAPool(
  ctx: ToolContext,
  id: string,
  address: Address,
  found: Exclude<Found, { is: "pool" }>,
): Promise<ToolRefusal> {
  if (found.is === "token") {
    return new ToolRefusal("not_a_pool", "This is a token, and no pool of V2 or V3.", {
      hint: "Give the address of a pool that trades it.",
    });
  }
  if (found.is === "contract") {
    return new ToolRefusal("not_a_pool", "This is a contract, but no pool of V2 or V3.", { hint: "Give the address of a pair or pool." });
  }
  return new ToolRefusal("not_a_pool", `There is no contract at this address on ${id}.`, {
    hint: elsewhereHint(await chainsWithCode(ctx, id, address)),
  });
}
