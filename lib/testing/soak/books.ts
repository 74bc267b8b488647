import type postgres from "postgres";
import { encodeEventTopics, type Hex } from "viem";
import { rpc } from "@/lib/devnet/rpc";
import { usdcAbi } from "@/lib/settlement/usdc";
import { TERMS } from "../terms";
import type { Purchase } from "./buyer";

export type Books = {
  purchases: number;
  settled: number;
  refused: number;
  /** Answered at the first confirmation; then the block was re-organised away, and the wallet was emptied before the next. */
  lostToReorganisation: number;
  /** What must all be zero. */
  chargedTwice: number;
  answeredUnpaid: number;
  paidUnanswered: number;
  lost: number;
  ledgerDiffers: number;
};

/** Holds ledger, chain and what the buyers heard against each other. */
export async function compareBooks(rpcUrl: string, sql: postgres.Sql, purchases: Purchase[]): Promise<Books> {
  const used = await usesOnChain(rpcUrl);
  const rows = await sql<{ nonce: string; state: string }[]>`select nonce, state from payments`;
  const open = await sql`select 1 from open_payments`;
  const undone = new Set(
    (
      await sql<{ nonce: string }[]>`
      select distinct p.nonce from payment_events e join payments p on p.id = e.payment_id where e.step = 'reorganised'`
    ).map((r) => r.nonce),
  );
  const settled = new Map<string, number>();
  for (const { nonce, state } of rows) if (state === "settled") settled.set(nonce, (settled.get(nonce) ?? 0) + 1);
  const paid = (p: Purchase) => used.has(p.nonce);
  const answered = (p: Purchase) => p.replies.some((r) => r?.status === 200 && r.body === JSON.stringify({ text: p.text }));
  const last = (p: Purchase) => p.replies.at(-1);
  return {
    purchases: purchases.length,
    settled: settled.size,
    refused: purchases.filter((p) => !paid(p)).length,
    chargedTwice: [...settled.values()].filter((n) => n > 1).length + [...used.values()].filter((n) => n > 1).length,
    lostToReorganisation: purchases.filter((p) => answered(p) && !paid(p) && undone.has(p.nonce)).length,
    answeredUnpaid: purchases.filter((p) => answered(p) && !paid(p) && !undone.has(p.nonce)).length,
    // The last reply is to the same payment, sent again when all was well: who has paid must have the answer by then.
    paidUnanswered: purchases.filter((p) => paid(p) && last(p)?.status !== 200).length,
    lost: open.length + purchases.filter((p) => last(p) === null || last(p) === undefined).length,
    ledgerDiffers: [...used.keys()].filter((n) => !settled.has(n)).length + [...settled.keys()].filter((n) => !used.has(n)).length,
  };
}

async function usesOnChain(rpcUrl: string): Promise<Map<string, number>> {
  const topics = encodeEventTopics({ abi: usdcAbi, eventName: "AuthorizationUsed" });
  const filter = { address: TERMS.asset, topics, fromBlock: "0x0", toBlock: "latest" };
  const logs = await rpc<{ topics: Hex[] }[]>(rpcUrl, "eth_getLogs", [filter]);
  const uses = new Map<string, number>();
  for (const { topics: t } of logs) uses.set(t[2] ?? "", (uses.get(t[2] ?? "") ?? 0) + 1);
  return uses;
}
