import "server-only";
import { log } from "@/lib/log";
import type { Settler } from "./settler";

/** What a hundred batches of one payment may cost. */
const PAYMENTS_LEFT = 100n;
const GAS_OF_ONE = 90_000n;

export type GasState = "ok" | "low" | "empty";

/** Looks what the gas accounts hold, says so loudly when it is little, and lets an empty one work again once it is filled. */
export async function watchBalances(settler: Settler): Promise<GasState> {
  const { baseFee, maxFeePerGas } = await settler.fees();
  const price = baseFee > 0n ? baseFee : maxFeePerGas;
  const states = await Promise.all(
    settler.accounts.map(async (account): Promise<GasState> => {
      const balance = await settler.chain.balance(account.address);
      // A node takes a transaction only from who could pay its highest fee.
      account.empty = balance < maxFeePerGas * 150_000n;
      const low = balance < price * GAS_OF_ONE * PAYMENTS_LEFT;
      if (account.empty || low) {
        log("error", account.empty ? "gas_account_empty" : "gas_account_low", { account: account.address, wei: balance.toString() });
      }
      return account.empty ? "empty" : low ? "low" : "ok";
    }),
  );
  if (states.every((s) => s === "empty")) return "empty";
  return states.every((s) => s === "ok") ? "ok" : "low";
}
