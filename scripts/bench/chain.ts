import { encodeAbiParameters, type Hex, keccak256, numberToHex, toEventSelector } from "viem";
import { rpc } from "@/lib/devnet/rpc";

const USED = toEventSelector("AuthorizationUsed(address,bytes32)");
/** Where FiatToken v2.2 keeps balances: a mapping at slot 9, the highest bit meaning "blocked". */
const BALANCES = 9n;
const PURSE = 1_000_000_000_000n;
const BIG_BATCH = 100;
/** Receipts that are looked at for the gas of single payments and of big batches. */
const SAMPLE = 40;

type Log = { topics: [Hex, Hex, Hex]; transactionHash: Hex };
export type Payments = {
  payments: number;
  transactions: number;
  /** All gas that these blocks used, for each payment in them. */
  gasEach: number | null;
  /** The same in transactions of a hundred payments and more, and in those of one. */
  gasInBigBatch: number | null;
  gasAlone: number | null;
  nonces: string[];
};

/** Puts a million USDC into each wallet: written into the token's storage, since a mint each would take longer than the test. */
export async function fund(rpcUrl: string, usdc: Hex, wallets: Hex[]): Promise<void> {
  const slot = (wallet: Hex) => keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [wallet, BALANCES]));
  await batch(
    rpcUrl,
    wallets.map((wallet) => ["anvil_setStorageAt", [usdc, slot(wallet), numberToHex(PURSE, { size: 32 })]]),
  );
  const [last] = wallets.slice(-1);
  if (last && (await balanceOf(rpcUrl, usdc, last)) !== PURSE) throw new Error("the wallets did not get their test money");
}

export async function balanceOf(rpcUrl: string, usdc: Hex, wallet: Hex): Promise<bigint> {
  const data = `0x70a08231${wallet.slice(2).padStart(64, "0")}`;
  return BigInt(await rpc<Hex>(rpcUrl, "eth_call", [{ to: usdc, data }, "latest"]));
}

export async function bestBlock(rpcUrl: string): Promise<number> {
  return Number(await rpc<Hex>(rpcUrl, "eth_blockNumber", []));
}

/** The payments in the blocks after `from`, up to `to`, and what they cost. */
export async function paymentsIn(rpcUrl: string, usdc: Hex, from: number, to: number): Promise<Payments> {
  const hex = (n: number) => numberToHex(n);
  const filter = { address: usdc, topics: [USED], fromBlock: hex(from + 1), toBlock: hex(to) };
  const logs = from < to ? await rpc<Log[]>(rpcUrl, "eth_getLogs", [filter]) : [];
  const numbers = Array.from({ length: to - from }, (_, i) => from + 1 + i);
  const blocks = await batch<{ gasUsed: Hex }>(
    rpcUrl,
    numbers.map((n) => ["eth_getBlockByNumber", [hex(n), false]]),
  );
  const gas = blocks.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0);
  const sizes = new Map<Hex, number>();
  for (const { transactionHash } of logs) sizes.set(transactionHash, (sizes.get(transactionHash) ?? 0) + 1);
  return {
    payments: logs.length,
    transactions: sizes.size,
    gasEach: logs.length > 0 ? gas / logs.length : null,
    gasInBigBatch: await gasOf(rpcUrl, sizes, (size) => size >= BIG_BATCH),
    gasAlone: await gasOf(rpcUrl, sizes, (size) => size === 1),
    nonces: logs.map(({ topics }) => topics[2]),
  };
}

async function gasOf(rpcUrl: string, sizes: Map<Hex, number>, wanted: (size: number) => boolean): Promise<number | null> {
  const chosen = [...sizes].filter(([, size]) => wanted(size)).slice(-SAMPLE);
  if (chosen.length === 0) return null;
  const receipts = await batch<{ gasUsed: Hex }>(
    rpcUrl,
    chosen.map(([hash]) => ["eth_getTransactionReceipt", [hash]]),
  );
  const gas = receipts.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0);
  return gas / chosen.reduce((sum, [, size]) => sum + size, 0);
}

/** Many calls in few requests. */
async function batch<T>(url: string, calls: [method: string, params: unknown[]][]): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < calls.length; at += 500) {
    const body = calls.slice(at, at + 500).map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params }));
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const answers = (await response.json()) as { id: number; result: T; error?: { message: string } }[];
    const failed = answers.find(({ error }) => error);
    if (failed) throw new Error(`${body[failed.id]?.method}: ${failed.error?.message}`);
    results.push(...answers.sort((a, b) => a.id - b.id).map(({ result }) => result));
  }
  return results;
}
