import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, parseEther } from "viem";
import { paymentNetwork } from "../../chains";
import { until } from "../until";
import { batchRpc } from "./batchRpc";
import type { Codes } from "./compileRange";
import { type Plan, planRow, type Sent } from "./planRow";
import type { Row } from "./types";

export type Deployed = Pick<Plan, "row" | "token" | "pool" | "names">;

const PURSE = numberToHex(parseEther("100000"));
const GAS = numberToHex(9_000_000);
const PRICE = numberToHex(10n ** 10n);
/** Where FiatToken v2.2 keeps balances: a mapping at slot 9. */
const USDC_BALANCES = 9n;

/** Puts these contracts on a local chain, each by its own people, with pools and a few trades. */
export async function deployRange(rpcUrl: string, rows: readonly Row[], codes: Codes, salt = ""): Promise<Deployed[]> {
  const [block] = await batchRpc<{ timestamp: Hex }>(rpcUrl, [["eth_getBlockByNumber", ["latest", false]]]);
  const plans = rows.map((row) => planRow(row, codes, salt, Number(block?.timestamp ?? 0)));
  await batchRpc(rpcUrl, plans.flatMap(furnish));
  const nonces = new Map<Address, number>();
  const stages = Math.max(...plans.map((plan) => plan.stages.length));
  for (let stage = 0; stage < stages; stage++) {
    await sendAll(
      rpcUrl,
      plans.flatMap((plan) => (plan.stages[stage] ?? []).map((sent) => ({ id: plan.row.id, sent }))),
      nonces,
    );
    // Lent code comes after the contracts that it is lent from.
    if (stage === 0)
      await batchRpc(
        rpcUrl,
        plans.flatMap(({ placed }): RpcCall[] => (placed ? [["anvil_setCode", [placed.at, placed.code]]] : [])),
      );
  }
  return plans.map(({ row, token, pool, names }) => ({ row, token, pool, names }));
}

type RpcCall = [method: string, params: unknown[]];

function furnish({ accounts, usdc }: Plan): RpcCall[] {
  const calls = accounts.flatMap((account): RpcCall[] => [
    ["anvil_setBalance", [account, PURSE]],
    ["anvil_impersonateAccount", [account]],
  ]);
  if (!usdc) return calls;
  const slot = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [usdc.to, USDC_BALANCES]));
  const asset = paymentNetwork("eip155:84532").asset.address;
  return [...calls, ["anvil_setStorageAt", [asset, slot, numberToHex(usdc.amount, { size: 32 })]]];
}

/** Sends in order, each account by its own count, and waits until all of it is mined and went well. */
async function sendAll(rpcUrl: string, all: { id: string; sent: Sent }[], nonces: Map<Address, number>): Promise<void> {
  const calls = all.map(({ sent: { from, to, data, value } }): RpcCall => {
    const nonce = nonces.get(from) ?? 0;
    nonces.set(from, nonce + 1);
    const call = { from, ...(to && { to }), data, value: numberToHex(value), nonce: numberToHex(nonce), gas: GAS, gasPrice: PRICE };
    return ["eth_sendTransaction", [call]];
  });
  const hashes = await batchRpc<Hex>(rpcUrl, calls);
  const failed = await waitForAll(rpcUrl, hashes);
  if (failed.length > 0) throw new Error(failed.map((at) => `${all[at]?.id}: ${all[at]?.sent.what} reverted`).join("\n"));
}

/** The places of those that failed, once all are mined. */
async function waitForAll(rpcUrl: string, hashes: readonly Hex[]): Promise<number[]> {
  let left = hashes.map((hash, at) => ({ hash, at }));
  const failed: number[] = [];
  await until("A stage of the range", 60_000, async () => {
    const receipts = await batchRpc<{ status: Hex } | null>(
      rpcUrl,
      left.map(({ hash }) => ["eth_getTransactionReceipt", [hash]]),
    );
    failed.push(...left.filter((_, i) => receipts[i]?.status === "0x0").map(({ at }) => at));
    left = left.filter((_, i) => !receipts[i]);
    if (left.length === 0) return;
    // One that came before its forerunner waits for a block that nothing else would bring.
    await batchRpc(rpcUrl, [["evm_mine", []]]);
    throw new Error(`${left.length} transactions are not mined`);
  });
  return failed;
}
