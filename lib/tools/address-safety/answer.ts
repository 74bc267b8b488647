import { size } from "viem";
import { approvedTokens, codeRead, codeSwappable, etherNoted, etherStays, openAccount } from "./checks/code";
import { approvedByMany, delegated, lookAlike, young } from "./checks/dealings";
import { applyRule, type Rule } from "./checks/rule";
import type { Facts, Kind, Moment } from "./facts";
import type { AddressSafetyAnswer } from "./schema";
import { decide, summarise } from "./verdict";

const WHAT: Record<Kind, string> = {
  nothing: "Nothing was ever sent from or kept at this address.",
  account: "It is a plain account.",
  delegated_account: "It is an account that acts by a contract's code.",
  token: "It is a token; token-safety tells whether it can be sold again.",
  collection: "It is a collection of items.",
  pool: "It is a trading pool.",
  wallet: "It is a contract that serves as a wallet.",
  contract: "It is a contract.",
};

/** From facts to the answer: nothing is read from here on. */
export function writeAnswer(facts: Facts, chain: string, block: { number: bigint; timestamp: bigint }): AddressSafetyAnswer {
  const rules: Rule[] = [
    lookAlike,
    etherStays,
    approvedTokens,
    openAccount,
    etherNoted,
    approvedByMany,
    codeSwappable,
    codeRead,
    delegated,
    young(block.timestamp),
  ];
  const checks = rules.map((rule) => applyRule(rule, facts));
  const verdict = decide(checks);
  const { look, activity, approvals, elsewhere } = facts;
  const hint = elsewhere.length > 0 ? ` There is a contract at it on ${elsewhere.join(" and ")}.` : "";
  return {
    address: facts.address,
    chain,
    as_of_block: Number(block.number),
    verdict,
    summary: summarise(verdict, WHAT[look.kind] + hint, checks, rules),
    kind: look.kind,
    elsewhere,
    account: {
      nonce: Number(look.nonce),
      ether: look.ether.toString(),
      first_sent: momentOf(activity.first),
      last_sent: momentOf(activity.last),
    },
    code: codeOf(facts),
    approved: {
      to_others: approvals.toOthers,
      by_others: approvals.byOthers?.length ?? null,
      read_from_block: approvals.from === null ? null : Number(approvals.from),
      complete: approvals.complete,
    },
    checks,
    checks_run: checks.filter(({ status }) => status === "pass" || status === "fail").length,
    not_checked: [
      ...checks.filter(({ status }) => status === "unknown").map(({ id, evidence }) => ({ id, why: evidence.text })),
      ...(activity.why ? [{ id: "activity", why: activity.why }] : []),
    ],
  };
}

function codeOf({ look, creation, tried }: Facts): AddressSafetyAnswer["code"] {
  const { proxy, decider, symbol, detail, code } = look;
  return {
    bytes: size(code),
    proxy: proxy.kind,
    implementation: proxy.implementation,
    controlled_by: decider,
    functions: tried === null || tried === "none" ? null : tried.functions,
    symbol,
    detail,
    creator: creation?.creator ?? null,
    factory: creation?.factory ?? null,
    created_block: creation?.block == null ? null : Number(creation.block),
    created_at: creation?.timestamp == null ? null : isoOf(creation.timestamp),
    creation_transaction: creation?.transaction ?? null,
    creation_why: creation?.why ?? null,
  };
}

function momentOf(moment: Moment | null) {
  return moment && { block: Number(moment.block), at: moment.at === null ? null : isoOf(moment.at) };
}

/** Clocks of test chains may stand anywhere, also beyond what a date can say. */
function isoOf(seconds: bigint): string | null {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}
