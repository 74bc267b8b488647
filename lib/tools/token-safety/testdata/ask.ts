import type { Address, PublicClient } from "viem";
import { NO_WEB } from "@/lib/testing/noWeb";
import type { ToolContext } from "../../define";
import { run } from "../run";
import { output, type TokenSafetyAnswer } from "../schema";
import type { TestChain } from "./chain";

export function contextOf(chain: TestChain, over: Partial<ToolContext> = {}): ToolContext {
  return {
    signal: AbortSignal.timeout(10_000),
    homeChain: "eip155:84532",
    chain: () => chain.client as PublicClient,
    contracts: chain.contracts,
    web: NO_WEB,
    ...over,
  };
}

/** Where pools go whose maker can't take them back. */
export const BURNT: Address = "0x000000000000000000000000000000000000dEaD";

/** Asks as the market would, and holds the answer to the schema. */
export async function ask(chain: TestChain, token: Address, over: Partial<ToolContext> = {}): Promise<TokenSafetyAnswer> {
  return output.parse(await run({ token }, contextOf(chain, over)));
}

/** The checks that did not pass and do apply, as `status id`; who holds it apart, which here is always its maker. */
export function trouble(answer: TokenSafetyAnswer): string[] {
  return answer.checks
    .filter(({ id, status }) => status !== "pass" && status !== "not_applicable" && id !== "concentration")
    .map(({ id, status }) => `${status} ${id}`);
}

export function check(answer: TokenSafetyAnswer, id: string) {
  const found = answer.checks.find((row) => row.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}
