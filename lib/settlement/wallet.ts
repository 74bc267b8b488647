import { type Address, decodeAbiParameters, decodeFunctionResult, type Hex, type PublicClient } from "viem";
import { MULTICALL3 } from "@/lib/chains";
import type { ReasonCode } from "@/lib/payments/reasons";
import { encodeAggregate } from "./aggregate";
import { readRevert } from "./revert";
import { transferCall } from "./transferCall";
import type { SettlementItem, WalletSignature } from "./types";

export type WalletView = { ok: true; wallet: WalletSignature } | { ok: false; reason: ReasonCode };

/** What a smart wallet's own check and its deployment may cost; more is refused, since the gas is ours. */
const MAX_GAS = 700_000n;

/** The end of a signature of a wallet that isn't there yet (EIP-6492). */
const EIP6492_END = "6492649264926492649264926492649264926492649264926492649264926492";

const aggregateAbi = [
  {
    type: "function",
    name: "aggregate3",
    stateMutability: "payable",
    inputs: [],
    outputs: [
      {
        name: "returnData",
        type: "tuple[]",
        components: [
          { name: "success", type: "bool" },
          { name: "returnData", type: "bytes" },
        ],
      },
    ],
  },
] as const;

/**
 * A payment whose signature only the payer's contract can check (EIP-1271), also of one that has yet to be put up
 * (EIP-6492) by an allowed factory: nothing else in a payment makes the market call a contract. Made as a trial, alone.
 */
export async function checkWallet(
  client: PublicClient,
  usdc: Address,
  factories: readonly Address[],
  item: Pick<SettlementItem, "id" | "authorization" | "signature">,
  hasCode: boolean,
): Promise<WalletView> {
  const opened = unwrap(item.signature);
  if (!opened) return { ok: false, reason: "invalid_exact_evm_payload_signature" };
  const needsFactory = opened.factory && !hasCode;
  if (!needsFactory && !hasCode) return { ok: false, reason: "invalid_exact_evm_payload_signature" };
  if (needsFactory && !factories.some((f) => f.toLowerCase() === opened.factory?.address.toLowerCase())) {
    return { ok: false, reason: "invalid_exact_evm_payload_signature" };
  }
  const wallet: WalletSignature = {
    signature: opened.signature,
    gas: MAX_GAS,
    ...(needsFactory && opened.factory ? { factory: opened.factory } : {}),
  };
  const reason = await trial(client, usdc, { ...item, wallet });
  return reason ? { ok: false, reason } : { ok: true, wallet };
}

async function trial(client: PublicClient, usdc: Address, item: SettlementItem): Promise<ReasonCode | null> {
  const factory = item.wallet?.factory;
  const calls = [...(factory ? [{ target: factory.address, data: factory.data }] : []), { target: usdc, data: transferCall(item) }];
  const gas: Hex = `0x${MAX_GAS.toString(16)}`;
  const result = await client.request({ method: "eth_call", params: [{ to: MULTICALL3, data: encodeAggregate(calls), gas }, "latest"] });
  const transfer = decodeFunctionResult({ abi: aggregateAbi, functionName: "aggregate3", data: result }).at(-1);
  if (!transfer) return "unexpected_verify_error";
  return transfer.success ? null : readRevert(transfer.returnData.slice(2));
}

function unwrap(signature: Hex): { signature: Hex; factory?: { address: Address; data: Hex } } | null {
  if (!signature.toLowerCase().endsWith(EIP6492_END)) return { signature };
  try {
    const wrapped: Hex = `0x${signature.slice(2, -EIP6492_END.length)}`;
    const [address, data, inner] = decodeAbiParameters([{ type: "address" }, { type: "bytes" }, { type: "bytes" }], wrapped);
    return { signature: inner, factory: { address, data } };
  } catch {
    return null;
  }
}
