import "server-only";
import type postgres from "postgres";
import { accountsWithAllowance } from "@/db/queries/allowances";
import { emitEvent } from "@/db/queries/webhookEvents";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { readAllowance } from "./readAllowance";

const EVERY_MS = 60_000;

/** A job that tells sellers' webhooks, once for each allowance, that it is nearly used up. Looks once a minute. */
export function lowAllowanceNotice(sql: postgres.Sql): () => Promise<void> {
  let lookedAt = 0;
  return async () => {
    if (Date.now() - lookedAt < EVERY_MS) return;
    lookedAt = Date.now();
    await warnLow(sql);
  };
}

/** One look at every seller that granted something. Noted again, it is not sent again. */
export async function warnLow(sql: postgres.Sql): Promise<void> {
  const { network } = env();
  const asset = paymentNetwork(network).asset.address;
  for (const account of await accountsWithAllowance(sql, network)) {
    const { low, left, newest } = await readAllowance(account);
    if (!low || left === null || newest === null) continue;
    const allowance = { left: left.toString(), network, asset };
    await emitEvent(sql, { account, type: "allowance.low", once: newest.id, data: { allowance } });
  }
}
