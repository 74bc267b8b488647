import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { rpc } from "@/lib/devnet/rpc";
import { env } from "@/lib/env";
import { engine } from "@/lib/settlement/engine";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { type RpcFaults, type RpcProxy, startRpcProxy } from "@/lib/testing/rpcProxy";
import { newPurchase, type Purchase } from "@/lib/testing/soak/buyer";
import { type Server, startServer } from "@/lib/testing/soak/servers";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "20" });
  expect(env().local).not.toBeNull();
  // This process only looks on: the killed server's successor has to do the work.
  await engine().stop();
});
afterAll(() => market.stop());

const sql = () => connection().sql;
const PRICE = 5000n;

async function latest({ nonce }: Purchase): Promise<{ state: string; runs: number } | undefined> {
  const [row] = await sql()<{ state: string; runs: number }[]>`
    select p.state, (select count(*)::int from payment_events e where e.payment_id = p.id and e.step = 'answered') as runs
    from payments p where nonce = ${nonce} order by claimed_at desc limit 1`;
  return row;
}

type Scene = {
  /** What holds the server up, so that it is caught there. */
  faults?: Partial<RpcFaults>;
  /** The ledger's state in which it is killed. */
  at: string;
  /** What the tool is asked; `slowly` takes its time. */
  text?: string;
  /** A payer who has paid this server before is claimed while the chain is asked. */
  known?: boolean;
  before?: () => Promise<unknown>;
  after?: () => Promise<unknown>;
};

/** One call, its server killed in the middle; the next server finishes or gives back, and the same payment gets its answer. */
async function killed({ faults = {}, at, text = "hi", known, before, after }: Scene): Promise<void> {
  const chain: RpcProxy = await startRpcProxy(market.rpcUrl);
  const server: Server = await startServer({ ...process.env, RPC_URL: chain.url });
  const payer = newPayer();
  await market.fund(payer.address);
  try {
    if (known) expect((await server.post({ text: "first" }, (await newPurchase(payer, "first")).headers))?.status).toBe(200);
    const purchase = await newPurchase(payer, text);
    await before?.();
    Object.assign(chain.faults, faults);
    const cut = server.post({ text }, purchase.headers);
    await expect.poll(async () => (await latest(purchase))?.state, { timeout: 15_000, interval: 20 }).toBe(at);
    const back = server.kill();
    // Nothing was heard, or that it is not known yet.
    expect([null, 202]).toContain((await cut)?.status ?? null);
    chain.heal();
    await after?.();
    await back;
    await expect.poll(async () => (await latest(purchase))?.state, { timeout: 45_000 }).toMatch(/settled|released/);
    const reply = await server.post({ text }, purchase.headers);
    expect([reply?.status, reply?.body]).toEqual([200, JSON.stringify({ text })]);
    expect((await latest(purchase))?.runs).toBe(1);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - PRICE * (known ? 2n : 1n));
  } finally {
    server.stop();
    await chain.close();
  }
}

describe("a server that is killed", () => {
  it.concurrent("as it claims the payment", () => killed({ known: true, faults: { delayMs: 20_000 }, at: "claimed" }));
  it.concurrent("while the tool runs", () => killed({ text: "slowly", at: "running" }));
  it.concurrent("with the transaction signed, and not sent", () => killed({ faults: { hangs: "before" }, at: "submitted" }));
  it.concurrent("with the payment on the chain, and nothing of it written down", () =>
    killed({ faults: { hangs: "after" }, at: "submitted" }));
});

describe("a server that is killed while the chain stands still", () => {
  it("with the answer in the queue, since the fee is above the cap", () => {
    const price = (hex: string) =>
      rpc(market.rpcUrl, "anvil_setNextBlockBaseFeePerGas", [hex]).then(() => rpc(market.rpcUrl, "evm_mine", []));
    return killed({
      at: "queued",
      before: () => still(true).then(() => price("0x174876e800")),
      after: () => price("0x3b9aca00").then(() => still(false)),
    });
  });

  it("with the transaction in the pool", () => killed({ at: "submitted", before: () => still(true), after: () => still(false) }));
});

async function still(on: boolean): Promise<void> {
  await rpc(market.rpcUrl, "evm_setAutomine", [!on]);
  await rpc(market.rpcUrl, "evm_setIntervalMining", [on ? 0 : 1]);
}
