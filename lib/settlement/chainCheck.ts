import type { Address, Hex, PublicClient } from "viem";
import type { ReasonCode } from "@/lib/payments/reasons";
import { batcher } from "./batcher";
import { CHECKER_BYTECODE } from "./checker/bytecode";
import { readRevert } from "./revert";
import { transferWords } from "./transferCall";
import type { SettlementItem } from "./types";
import { addressWord, uintWord } from "./words";

/** What the chain shows of one payment, all of it in one block. */
export type ChainView = {
  balance: bigint;
  /** The payer is a contract, or a key that has lent itself to one (EIP-7702): its code decides on the signature. */
  hasCode: boolean;
  /** Why the transfer would not go through now, or null when it would. */
  refused: ReasonCode | null;
};

type Checked = Pick<SettlementItem, "id" | "authorization" | "signature">;

/** The code weighs half a kilobyte, each payment 288 bytes, and 48 KB is the most that a chain takes (EIP-3860). */
const MAX_CHECKS = 96;
const WORDS_OF_TRANSFER = 9 * 64;

/**
 * Asks the chain, by making the very transfer in a call that leaves no trace: signature, nonce, balance, block list, pause.
 * Concurrent payments share one call. Throws when the node does not answer.
 */
export function chainChecker(client: PublicClient, usdc: Address): (payment: Checked) => Promise<ChainView> {
  return batcher((payments) => checkOnce(client, usdc, payments), MAX_CHECKS);
}

/** Of copies in one call the second would be told that its nonce is used: by the first, in that very call. */
async function checkOnce(client: PublicClient, usdc: Address, payments: Checked[]): Promise<ChainView[]> {
  const keys = payments.map((payment) => `${payment.authorization.nonce} ${transferOrBlank(payment)}`);
  const first = new Map(keys.map((key, i) => [key, i] as const).reverse());
  const unique = payments.filter((_, i) => first.get(keys[i] ?? "") === i);
  if (unique.length === payments.length) return checkAll(client, usdc, payments);
  const views = await checkAll(client, usdc, unique);
  const found = new Map(unique.map((payment, i) => [keys[payments.indexOf(payment)], views[i]]));
  return keys.map((key) => found.get(key) as ChainView);
}

async function checkAll(client: PublicClient, usdc: Address, payments: Checked[]): Promise<ChainView[]> {
  try {
    const words = payments.map(transferOrBlank).join("");
    const data: Hex = `${CHECKER_BYTECODE}${words}${addressWord(usdc)}${uintWord(payments.length)}`;
    return readViews(await client.request({ method: "eth_call", params: [{ data }, "latest"] }), payments);
  } catch (error) {
    // Together they may need more gas than the node gives; a node that doesn't answer at all is no such case.
    if (payments.length === 1 || !isNodesAnswer(error)) throw error;
    const half = payments.length >> 1;
    const [first, second] = [payments.slice(0, half), payments.slice(half)];
    return [...(await checkAll(client, usdc, first)), ...(await checkAll(client, usdc, second))];
  }
}

/** Whose signature has another form is asked about all the same: the balance and the code are worth knowing. */
function transferOrBlank(payment: Checked): string {
  const { from } = payment.authorization;
  return transferWords(payment) ?? addressWord(from).padEnd(WORDS_OF_TRANSFER, "0");
}

function readViews(result: Hex, payments: Checked[]): ChainView[] {
  const body = result.slice(2 + 64);
  if (body.length !== payments.length * 256) throw new Error("the node answered the payments' check with something else");
  return payments.map(({ authorization }, i) => {
    const word = (n: number) => body.slice(i * 256 + n * 64, i * 256 + (n + 1) * 64);
    const flags = Number.parseInt(word(1).slice(-2), 16);
    const refused = flags & 2 ? null : readRevert(`${word(2)}${word(3)}`);
    return { balance: BigInt(`0x${word(0)}`), hasCode: (flags & 1) === 1, refused: onTime(refused, authorization.validAfter) };
  });
}

/** The newest block may be older than a `validAfter` of this very second; by our own clock it is good. */
function onTime(refused: ReasonCode | null, validAfter: bigint): ReasonCode | null {
  const tooEarly = refused === "invalid_exact_evm_payload_authorization_valid_after";
  return tooEarly && Number(validAfter) * 1000 <= Date.now() + 5_000 ? null : refused;
}

function isNodesAnswer(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === "number";
}
