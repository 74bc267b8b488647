import "server-only";
import { connection } from "@/db/client";
import { admitPayment, heldOf, openHolds } from "@/db/queries/holds";
import { CoinslotError } from "@/lib/errors";
import { engine } from "@/lib/settlement/engine";
import { usdcAbi } from "@/lib/settlement/usdc";
import type { ClaimedCall } from "./call";
import { promisedHere } from "./inflight";
import { ledger } from "./ledger";

/** With so many prices to spare beside what is in work here, nobody is asked; other processes have their share of it. */
const AMPLE = 200n;
/** Other processes may promise some of the same money in the moment between two looks; with this many to spare it doesn't matter. */
const SPARE = 20n;

/**
 * Is the payer's money enough for this call and for all that is open before it? A full purse is waved through; a nearly
 * spent one is counted exactly: which of the open payments the chain has taken already, all in one block, and under a lock.
 */
export async function admit(call: ClaimedCall, balance: bigint): Promise<boolean> {
  const { value, from } = call.payment.authorization;
  if (balance >= promisedHere(from) + value * AMPLE) return true;
  const { sql } = connection();
  if (balance >= (await ledger(() => heldOf(sql, from.toLowerCase()))) + value * SPARE) return true;
  const holds = (await ledger(() => openHolds(sql, from.toLowerCase()))).filter((h) => h.id !== call.id);
  const { now, used } = await look(
    call,
    holds.map((h) => h.nonce),
  );
  const ids = (taken: boolean) => holds.filter((_, i) => used[i] === taken).map((h) => h.id);
  return ledger(() => admitPayment(sql, call.id, now, { unused: ids(false), used: ids(true) }));
}

async function look({ payment }: ClaimedCall, nonces: string[]): Promise<{ now: bigint; used: boolean[] }> {
  const { client, usdc } = engine().settler;
  const { from } = payment.authorization;
  const contract = { address: usdc, abi: usdcAbi } as const;
  try {
    const nonceOf = (nonce: string) => ({ ...contract, functionName: "authorizationState", args: [from, nonce] });
    const [now, ...used] = await client.multicall({
      allowFailure: false,
      // All in one call, or they would not be of one block.
      batchSize: 10_000_000,
      contracts: [{ ...contract, functionName: "balanceOf", args: [from] }, ...nonces.map(nonceOf)],
    });
    return { now: BigInt(String(now)), used: used.map((u) => u === true) };
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached, so the payment could not be checked. Nothing was charged.", {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    });
  }
}
