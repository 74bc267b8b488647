import "server-only";
import type { Address } from "viem";
import { connection } from "@/db/client";
import { type Allowance, medianPrice, newestAllowance, owedTotal } from "@/db/queries/allowances";
import { settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ledger } from "@/lib/payments/ledger";
import { permitAbi } from "../permit";
import { refunderAccount } from "../refunder/account";

/** So many refunds of the middle price should be left. */
const ENOUGH = 20n;

export type AllowanceView = {
  /** The account that sends automatic refunds; null where this market has none, and nothing can be granted. */
  spender: Address | null;
  /** What the chain says is left, and what the wallet holds; atomic. Null while the chain can't be reached. */
  left: bigint | null;
  balance: bigint | null;
  newest: Allowance | null;
  owed: { count: number; amount: bigint };
  /** The middle of this seller's prices. */
  median: bigint | null;
  /** What was granted is nearly used up: less is left than what is owed, than the seller's own bound, or than 20 refunds. */
  low: boolean;
};

/** How a seller's allowance for automatic refunds stands. */
export async function readAllowance(account: string): Promise<AllowanceView> {
  const { sql } = connection();
  const spender = refunderAccount()?.address ?? null;
  const [newest, median, owed, chain] = await Promise.all([
    ledger(() => newestAllowance(sql, account, env().network)),
    ledger(() => medianPrice(sql, account)),
    ledger(() => owedTotal(sql, account)),
    spender ? readChain(account as Address, spender) : { left: null, balance: null },
  ]);
  const wanted = newest !== null && newest.amount > 0n && newest.state === "granted";
  const enough = [owed.amount, newest?.warnBelow ?? 0n, (median ?? 0n) * ENOUGH].reduce((a, b) => (a > b ? a : b));
  return { spender, ...chain, newest, owed, median, low: wanted && chain.left !== null && chain.left < enough };
}

async function readChain(owner: Address, spender: Address): Promise<Pick<AllowanceView, "left" | "balance">> {
  const token = { address: paymentNetwork(env().network).asset.address, abi: permitAbi } as const;
  const client = settlementChain();
  try {
    const [left, balance] = await Promise.all([
      client.readContract({ ...token, functionName: "allowance", args: [owner, spender] }),
      client.readContract({ ...token, functionName: "balanceOf", args: [owner] }),
    ]);
    return { left, balance };
  } catch (error) {
    log("warn", "allowance_unread", { account: owner, error });
    return { left: null, balance: null };
  }
}
