import { privateKeyToAccount } from "viem/accounts";
import { connection } from "@/db/client";
import { env } from "@/lib/env";
import { startTestMarket } from "../market";
import { startRpcProxy } from "../rpcProxy";
import { type Books, compareBooks } from "./books";
import { newPurchase, newWallets, type Purchase, send } from "./buyer";
import { FAULTS, type World } from "./faults";
import { seeded } from "./random";
import { startServer } from "./servers";

export type SoakOptions = { seed: number; seconds: number; buyers: number; say?: (line: string) => void };
export type Soaked = Books & { faults: Record<string, number> };

/** Two server processes, many buyers, and one thing after another going wrong; at the end the books are compared. */
export async function soak({ seed, seconds, buyers, say = () => undefined }: SoakOptions): Promise<Soaked> {
  const market = await startTestMarket({ SETTLE_WAIT_SECONDS: "3" });
  const random = seeded(seed);
  const chain = await startRpcProxy(market.rpcUrl, random);
  const settings = { ...process.env, RPC_URL: chain.url };
  const servers = [await startServer(settings), await startServer(settings)];
  const settler = privateKeyToAccount(env().settlerPrivateKeys[0] ?? "0x").address;
  const wallets = newWallets(20);
  for (const { address } of wallets) await market.fund(address);
  const world: World = { random, servers, ledger: market.ledger, chain, rpcUrl: market.rpcUrl, spendthrifts: wallets.slice(0, 4), settler };
  const purchases: Purchase[] = [];
  const end = Date.now() + seconds * 1000;
  try {
    const buying = Promise.all(Array.from({ length: buyers }, (_, i) => buy(i, world, wallets, purchases, () => Date.now() < end)));
    const faults = await breakThings(world, () => Date.now() < end, say);
    await buying;
    say(`Bought ${purchases.length} times; everything is well again, waiting for what is open.`);
    await settleDown();
    // A good client's last try: the same payment again, which must bring what was paid for.
    for (const purchase of purchases) await send(purchase, [servers[0] ?? never()]);
    await settleDown();
    return { ...(await compareBooks(market.rpcUrl, connection().sql, purchases)), faults };
  } finally {
    for (const server of servers) server.stop();
    await chain.close();
    await market.stop();
  }
}

function never(): never {
  throw new Error("there is a server");
}

async function buy(who: number, world: World, wallets: World["spendthrifts"], purchases: Purchase[], going: () => boolean): Promise<void> {
  for (let n = 0; going(); n += 1) {
    const wallet = wallets[Math.floor(world.random() * wallets.length)];
    if (!wallet) return;
    const purchase = await newPurchase(wallet, `${who}-${n}`);
    purchases.push(purchase);
    const [first, second] = world.random() < 0.5 ? world.servers : [...world.servers].reverse();
    const copies = world.random() < 0.2 ? [first, first, second] : [first];
    await send(
      purchase,
      copies.flatMap((server) => server ?? []),
    );
  }
}

async function breakThings(world: World, going: () => boolean, say: (line: string) => void): Promise<Record<string, number>> {
  const names = Object.keys(FAULTS);
  const count: Record<string, number> = {};
  while (going()) {
    const name = names[Math.floor(world.random() * names.length)] ?? "kill -9";
    say(name);
    count[name] = (count[name] ?? 0) + 1;
    await FAULTS[name]?.(world);
    await new Promise((resolve) => setTimeout(resolve, 300 * world.random()));
  }
  return count;
}

/** Waits until nothing is open: everything must end by itself. */
async function settleDown(): Promise<void> {
  const { sql } = connection();
  const deadline = Date.now() + 120_000;
  for (;;) {
    const [row] = await sql<{ open: number }[]>`select count(*)::int as open from open_payments`;
    if (row?.open === 0 || Date.now() > deadline) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
