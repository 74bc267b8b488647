import "server-only";
import { type Address, encodeFunctionData } from "viem";
import { z } from "zod";
import { connection } from "@/db/client";
import { keepAllowance } from "@/db/queries/allowances";
import { settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { atomicText, hexBytes } from "../fields";
import { newIdOf } from "../ids";
import { permitAbi } from "../permit";
import { GAS } from "../refunder/sign";
import { requireRefunder } from "./askAllowance";

/** 10,000 USDC: an allowance is for refunds, and whoever has the refunder's key could take it. */
export const MOST_ALLOWED = 10_000_000_000n;

const numberText = z
  .string()
  .regex(/^\d{1,78}$/, "must be decimal text")
  .transform((text) => BigInt(text));

export const allowanceBody = z.object({
  amount: atomicText.refine((amount) => amount <= MOST_ALLOWED, "must be 10,000 USDC at the most"),
});

export const signedAllowanceBody = z.object({
  /** 0 revokes. */
  amount: numberText.refine((amount) => amount <= MOST_ALLOWED, "must be 10,000 USDC at the most"),
  nonce: numberText,
  deadline: numberText,
  signature: hexBytes,
  warnBelow: atomicText.nullish(),
});

/** Keeps a signed permit for the refunder to send, after the token itself has agreed to it in a call that leaves no trace. */
export async function grantAllowance(account: string, body: z.output<typeof signedAllowanceBody>): Promise<void> {
  const spender = requireRefunder();
  await tryPermit(account as Address, spender, body);
  const { amount, nonce, deadline, signature, warnBelow = null } = body;
  const row = { id: newIdOf("alw"), account, network: env().network, amount, nonce, deadline, signature, warnBelow };
  if (await ledger(() => keepAllowance(connection().sql, row))) return;
  throw new CoinslotError("allowance_refused", "An earlier allowance of yours is still on its way to the chain.", {
    reason: "pending",
    hint: "Wait until it is there, some seconds, and sign again.",
  });
}

async function tryPermit(owner: Address, spender: Address, { amount, deadline, signature }: z.output<typeof signedAllowanceBody>) {
  const data = encodeFunctionData({ abi: permitAbi, functionName: "permit", args: [owner, spender, amount, deadline, signature] });
  try {
    await settlementChain().call({ account: spender, to: paymentNetwork(env().network).asset.address, data, gas: GAS.permit });
  } catch (cause) {
    if (!/revert/i.test(cause instanceof Error ? cause.message : "")) {
      throw new CoinslotError("chain_unavailable", "The chain can't be reached. Nothing was granted.", { retryAfterSeconds: 5, cause });
    }
    throw new CoinslotError("allowance_refused", "USDC does not take this signature. Nothing was granted.", {
      reason: "signature",
      hint: "Ask for what is to be signed once more, and sign it as it is with the wallet that you are signed in with.",
    });
  }
}
