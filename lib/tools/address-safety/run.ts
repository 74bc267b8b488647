import { getAddress } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { findCreation } from "@/lib/chain/creation";
import { chainsWithCode } from "@/lib/chain/elsewhere";
import { openChain } from "@/lib/chain/openChain";
import type { ToolContext } from "../define";
import { writeAnswer } from "./answer";
import { readActivity } from "./gather/activity";
import { readApprovals } from "./gather/approvals";
import { findLookAlike } from "./gather/lookAlike";
import { lookAt } from "./gather/lookAt";
import { tryCode } from "./gather/trial";
import type { AddressSafetyAnswer, AddressSafetyInput } from "./schema";

/** Looks at the address from all sides at once, at one block, then judges. */
export async function run(input: AddressSafetyInput, ctx: ToolContext): Promise<AddressSafetyAnswer> {
  const { id, client } = askedChain(input, ctx);
  const address = getAddress(input.address);
  const chain = await openChain(client, ctx.signal);
  const looking = lookAt(chain, address);
  const [look, approvals, lookAlike, { creation, tried, activity, elsewhere }] = await Promise.all([
    looking,
    chain.unreachable(readApprovals(chain, address)),
    input.with ? chain.unreachable(findLookAlike(chain, address, getAddress(input.with))) : null,
    looking.then(async (seen) => {
      const isContract = seen.code !== "0x" && seen.kind !== "delegated_account";
      const [made, trial, sent, others] = await Promise.all([
        isContract ? findCreation(chain, address, seen.owner ? [seen.owner] : []) : null,
        seen.codes.length === 0 ? ("none" as const) : tryCode(chain, Number(id.split(":")[1]), address, seen),
        isContract ? { first: null, last: null, why: null } : chain.unreachable(readActivity(chain, address)),
        seen.kind === "nothing" ? chainsWithCode(ctx, id, address) : [],
      ]);
      return { creation: made, tried: trial, activity: sent, elsewhere: others };
    }),
  ]);
  return writeAnswer({ address, look, approvals, lookAlike, creation, tried, activity, elsewhere }, id, chain.block);
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: AddressSafetyInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}
