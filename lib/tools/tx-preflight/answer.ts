import { type Address, getAddress } from "viem";
import { addressOf } from "@/lib/chain/evmWords";
import type { TokenFacts } from "@/lib/chain/tokenFacts";
import { ENV } from "@/lib/evm/types";
import { decodeCalls } from "./decodeCalls";
import type { Facts } from "./facts";
import { intrinsicGas } from "./gas";
import { isUnlimited } from "./isUnlimited";
import { outcomeOf } from "./outcome";
import { risksOf } from "./risks/risksOf";
import type { TxPreflightAnswer } from "./schema";
import { summarise } from "./summary";

const MOST_CONTRACTS = 40;

const LOOKS: readonly [number, string][] = [
  [ENV.timestamp, "time"],
  [ENV.number, "block number"],
  [ENV.coinbase, "who makes the block"],
  [ENV.randao, "the block's random number"],
  [ENV.gasPrice, "gas price"],
  [ENV.origin, "who sent the transaction"],
  [ENV.blockHash, "hashes of older blocks"],
  [ENV.baseFee, "base fee"],
];

/** From facts to the answer: nothing is read from here on. */
export function writeAnswer(facts: Facts, token: (address: Address) => TokenFacts, chain: string, block: bigint): TxPreflightAnswer {
  const { tx, attempt } = facts;
  const { outcome, reason } = outcomeOf(facts);
  const risks = risksOf(facts);
  const worst = risks.find(({ severity }) => severity !== "info")?.severity;
  const kind = tx.to === null ? "deployment" : attempt.standing(tx.to).code === "0x" && tx.data === "0x" ? "transfer" : "call";
  const answer = {
    chain,
    as_of_block: Number(block),
    kind,
    outcome,
    reason,
    risk: worst === undefined || worst === "info" ? (outcome === "unknown" ? "unknown" : "none") : worst,
    from: tx.from,
    to: tx.to,
    value: tx.value.toString(),
    gas: gasOf(facts),
    creates: attempt.result.ok ? attempt.created : null,
    ...changesOf(facts, token),
    calls: tx.to === null ? [] : decodeCalls(tx.to, tx.data).map(({ values, ...call }) => call),
    contracts: contractsOf(facts),
    looks_at: LOOKS.flatMap(([bit, name]) => (attempt.result.seen.env & bit ? [name] : [])),
    allows: [],
    risks,
    not_checked: notChecked(facts),
  } satisfies Omit<TxPreflightAnswer, "summary">;
  return { ...answer, summary: summarise(answer) };
}

function changesOf({ attempt, holdings }: Facts, token: (address: Address) => TokenFacts) {
  return {
    ether: attempt.ether.map(({ address, before, after }) => ({
      address,
      before: before.toString(),
      after: after.toString(),
      change: (after - before).toString(),
    })),
    tokens: holdings.map((one) => ({
      token: token(one.token),
      address: one.address,
      change: one.change?.toString() ?? null,
      told: one.told.toString(),
      agrees: one.agrees,
    })),
    items: attempt.told.items.map((one) => ({
      token: token(one.token),
      id: one.id.toString(),
      count: one.amount.toString(),
      from: one.from,
      to: one.to,
    })),
    approvals: attempt.approvals
      .filter(({ before, after }) => before === null || after === null || before !== after)
      .map(({ standard, token: address, owner, spender, before, after }) => ({
        token: token(address),
        standard,
        owner,
        spender,
        spender_is: attempt.standing(spender).is,
        before: before?.toString() ?? null,
        after: after?.toString() ?? null,
        unlimited: standard !== "erc721" && (standard === "collection" ? after === 1n : isUnlimited(after)),
      })),
  };
}

function gasOf({ attempt: { result }, tx, whole }: Facts): number | null {
  if (!whole || !result.ok) return null;
  const { first, least } = intrinsicGas(tx);
  return Math.max(first + result.gasUsed, least);
}

function contractsOf({ attempt: { result, created }, tx }: Facts): TxPreflightAnswer["contracts"] {
  const found = new Map<string, TxPreflightAnswer["contracts"][number]>();
  const add = (address: string, as: string, ok: boolean) => {
    const known = found.get(address + as) ?? { address: getAddress(address), times: 0, as, failed: 0 };
    found.set(address + as, { ...known, times: known.times + 1, failed: known.failed + (ok ? 0 : 1) });
  };
  if (tx.to) add(tx.to, "call", result.ok);
  if (created) add(created, "create", result.ok);
  for (const { kind, to, ok } of result.seen.calls) if (to > 0xffn) add(addressOf(to), kind, ok);
  return [...found.values()].slice(0, MOST_CONTRACTS);
}

function notChecked({ attempt, tx, nodeSays }: Facts): TxPreflightAnswer["not_checked"] {
  const list: TxPreflightAnswer["not_checked"] = [];
  if (attempt.approvals.some(({ before, after }) => before === null || after === null)) {
    list.push({ id: "approvals", why: "Some allowances could not be read before and after." });
  }
  if (attempt.balances.some(({ before, after }) => before === null || after === null)) {
    list.push({ id: "balances", why: "Some contracts that logged transfers tell no balances." });
  }
  if (nodeSays === null) {
    const why =
      tx.handOvers.length > 0
        ? "Our node is not asked about hand-overs (EIP-7702)."
        : "Our node could not say whether it would let it through.";
    list.push({ id: "second_opinion", why });
  }
  return list;
}
