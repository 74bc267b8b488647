import "server-only";
import { takeBack, takeBackLast } from "@/db/queries/settlements";
import { recordQueued, recordSubmitted } from "@/db/queries/submissions";
import { signTransaction } from "@/lib/crypto/signTransaction";
import { log } from "@/lib/log";
import { type Broadcast, broadcast } from "./broadcast";
import { batchCall } from "./calldata";
import { confirm } from "./confirm";
import type { FeeView } from "./fees";
import type { GasAccount } from "./gasAccount";
import { refusedBeforehand } from "./refused";
import type { Settler } from "./settler";
import type { Outcome, SettlementItem, Submit } from "./types";

type Signed = { hash: `0x${string}`; raw: Buffer; accountNonce: number };

/** Settles on the chain itself: one transaction for a batch, its signed bytes in the ledger before it is broadcast. */
export function chainSubmitter(settler: Settler): Submit {
  return async (items) => {
    const early = await refusedBeforehand(settler, items);
    const good = items.filter((i) => !early.has(i.id));
    if (good.length === 0) return { outcomes: Promise.resolve(early) };
    const fees = await settler.fees();
    const account = chooseAccount(settler);
    if (fees.overCap || !account) {
      const waiting = await wait(settler, good, account ? "the fee is above the cap" : "no account can pay for gas");
      return { outcomes: Promise.resolve(new Map([...early, ...waiting])) };
    }
    const late = send(settler, account, good, fees);
    await late.handedOver;
    return { outcomes: late.outcomes.then((known) => new Map([...early, ...known])) };
  };
}

/** The account with the fewest batches under way, of those that can pay. */
function chooseAccount({ accounts }: Settler): GasAccount | undefined {
  return accounts.filter((a) => !a.empty).sort((a, b) => a.inFlight - b.inFlight)[0];
}

/** The chain can't be used for the moment: the answers are kept, and the reconciler sends them when it can. */
async function wait(settler: Settler, items: SettlementItem[], why: string): Promise<Map<string, Outcome>> {
  log("error", "settlement_waits", { why, payments: items.length });
  await recordQueued(settler.sql, items, why);
  return new Map(items.map((i) => [i.id, { state: "unknown" }]));
}

/** `handedOver`: the next batch may follow. It throws, as `outcomes` then does, only when nothing was sent. */
function send(settler: Settler, account: GasAccount, batch: SettlementItem[], fees: FeeView) {
  account.inFlight += 1;
  const written = write(settler, account, batch, fees);
  const outcomes = written
    .then(async (sent) => (sent ? follow(settler, account, sent.signed, sent.items) : new Map<string, Outcome>()))
    .finally(() => {
      account.inFlight -= 1;
    });
  outcomes.catch(() => undefined);
  return { handedOver: written, outcomes };
}

/** Signs, and writes down what was signed. Null when other processes took all of it. */
async function write(settler: Settler, account: GasAccount, batch: SettlementItem[], fees: FeeView) {
  let items = batch;
  for (let tries = 0; items.length > 0; tries += 1) {
    if (tries === 20) throw new Error("the gas account is fought over");
    const signed = await sign(settler, account, items, fees);
    const { network, sql } = settler;
    const row = {
      ...signed,
      network,
      sender: account.sender,
      maxFeePerGas: fees.maxFeePerGas,
      maxPriorityFeePerGas: fees.maxPriorityFeePerGas,
    };
    const written = await recordSubmitted(sql, row, items).catch((error: unknown) => {
      account.forget();
      throw error;
    });
    if (written.kind === "submitted") {
      account.used(signed.accountNonce);
      return { signed, items };
    }
    if (written.kind === "overtaken") account.forget();
    else items = items.filter((i) => written.ours.includes(i.id));
  }
  return null;
}

async function sign(settler: Settler, account: GasAccount, items: SettlementItem[], fees: FeeView): Promise<Signed> {
  const { network, sql, chain, usdc, chainId } = settler;
  const nonce = await account.nonce(sql, network, chain);
  const { to, data, gas } = batchCall(items, usdc);
  const { maxFeePerGas, maxPriorityFeePerGas } = fees;
  const tx = { chainId, nonce, maxFeePerGas, maxPriorityFeePerGas, gas, to, data: Buffer.from(data.slice(2), "hex") };
  return { ...(await signTransaction(tx, account.privateKey)), accountNonce: nonce };
}

/** Broadcasts what was written down, and waits for what becomes of it. */
async function follow(
  settler: Settler,
  account: GasAccount,
  { hash, raw }: Signed,
  items: SettlementItem[],
): Promise<Map<string, Outcome>> {
  const result = await broadcast(settler.chain, raw);
  if (result.kind === "refused") return refusedByNode(settler, account, hash, items, result);
  if (result.kind === "unsure") log("warn", "broadcast_unsure", { hash, error: result.cause });
  const receipt = result.kind === "mined" ? result.receipt : await settler.watcher.receiptOf(hash, settler.watchMs);
  if (receipt) return confirm(settler, receipt, items);
  return new Map(items.map((i) => [i.id, { state: "unknown" }]));
}

type Refused = Extract<Broadcast, { kind: "refused" }>;

/** The node won't have it. Its payments wait in the ledger's queue for an account that can send them, or the upkeep sends it again or replaces it. */
async function refusedByNode(settler: Settler, account: GasAccount, hash: string, items: SettlementItem[], { why, cause }: Refused) {
  log("error", why === "gas" ? "gas_account_empty" : "broadcast_refused", { account: account.address, hash, error: cause });
  if (why === "gas") account.empty = true;
  account.forget();
  if (why === "nonce") await takeBack(settler.sql, hash, "the account's place was taken");
  else await takeBackLast(settler.sql, hash, `the node refused it: ${why}`);
  return new Map<string, Outcome>(items.map((i) => [i.id, { state: "unknown" }]));
}
