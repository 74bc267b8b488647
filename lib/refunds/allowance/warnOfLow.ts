import "server-only";
import type postgres from "postgres";
import { unwarnedAllowances } from "@/db/queries/allowanceWarnings";
import { emitEvent } from "@/db/queries/webhookEvents";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { readAllowance } from "./readAllowance";

/** Each is a look at the chain. */
const AT_ONCE = 50;

/** Tells sellers who want to hear of it that an allowance is nearly used up, once for each that they granted. */
export async function warnOfLow(sql: postgres.Sql, read: typeof readAllowance = readAllowance): Promise<void> {
  const { network } = env();
  const asset = paymentNetwork(network).asset.address.toLowerCase();
  for (const { account, once } of await unwarnedAllowances(sql, network, AT_ONCE)) {
    const { low, left } = await read(account);
    if (!low || left === null) continue;
    await emitEvent(sql, { account, type: "allowance.low", once, data: { allowance: { left: left.toString(), network, asset } } });
  }
}
