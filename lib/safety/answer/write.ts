import { bytesToHex } from "viem";
import { revertReason } from "@/lib/chain/revertReason";
import { powerText } from "../checks/powerText";
import { applyRule, type Rule } from "../checks/rule";
import { RULES } from "../checks/rules";
import { worstSaleTax } from "../checks/trials";
import type { Facts } from "../facts";
import { addressHex, selectorHex } from "../lab/bytes";
import { decide } from "../verdict";
import { knownSignature } from "./knownSignature";
import type { Check, SafetyAnswer } from "./shape";
import { summarise } from "./summary";

/** From facts to the answer: nothing is read from here on. */
export function writeAnswer(facts: Facts, chain: string, block: bigint, ageSeconds: number): SafetyAnswer {
  const checks = RULES.map((rule: Rule) => applyRule(rule, facts));
  const { verdict, score } = decide(checks);
  const { name, symbol, decimals, totalSupply } = facts.metadata;
  const { kind, implementation, admin } = facts.proxy;
  return {
    token: facts.token,
    chain,
    as_of_block: Number(block),
    age_seconds: ageSeconds,
    verdict,
    risk_score: score,
    summary: summarise(verdict, checks),
    metadata: { name: name.text, symbol: symbol.text, decimals, total_supply: totalSupply?.toString() ?? null },
    proxy: { kind, implementation, admin },
    owner: facts.owner,
    authorities: authoritiesOf(facts),
    powers: powersOf(facts),
    trade: tradeOf(facts),
    liquidity: liquidityOf(facts),
    holders: holdersOf(facts),
    checks,
    checks_run: checks.filter(({ status }) => status === "pass" || status === "fail").length,
    not_checked: notChecked(checks),
  };
}

function notChecked(checks: readonly Check[]) {
  return checks.filter(({ status }) => status === "unknown").map(({ id, evidence }) => ({ id, why: evidence.text }));
}

function authoritiesOf({ examined, authorities, proxy }: Facts): SafetyAnswer["authorities"] {
  const holders = [...new Set(examined.powers.flatMap((power) => power.holders))];
  return holders.map((holder) => {
    const address = addressHex(holder);
    const known = authorities.get(address.toLowerCase());
    const by = examined.shown.get(holder) ?? null;
    const admin = proxy.admin?.toLowerCase() === address.toLowerCase();
    return {
      address,
      known_as: admin ? "proxy admin" : by === null ? null : knownSignature(by),
      shown: admin || by !== null,
      kind: known?.kind ?? "unknown",
      detail: known?.detail ?? null,
    };
  });
}

function powersOf(facts: Facts): SafetyAnswer["powers"] {
  return facts.examined.powers.map((power) => ({
    harm:
      power.harm === "upgrade"
        ? "fixed_code"
        : power.harm === "decimals" || power.harm === "supply" || power.harm === "take_over"
          ? "books"
          : power.harm,
    selector: selectorHex(power.fn.selector),
    signature: knownSignature(power.fn.selector, true),
    text: powerText(facts, power),
    holders: power.actor.known === "stranger" ? [] : power.holders.map(addressHex),
    anybody: power.actor.known === "stranger",
    most_bps: power.mostBps === null ? null : Math.min(10_000, power.mostBps),
    survives_renounce: power.survives,
    used: null,
  }));
}

function tradeOf(facts: Facts): SafetyAnswer["trade"] {
  const { base, trials } = facts.examined;
  const { route, bought } = base;
  const of = (id: string) => trials.find((trial) => trial.id === id)?.trade;
  const sale = of("sell_1");
  const sent = of("send");
  return {
    pair: route && !route.own ? addressHex(route.pool) : null,
    own_pool: route?.own ?? false,
    quote_token: route ? addressHex(route.quote) : null,
    quote_reserve: route && !route.own ? route.quoteReserve.toString() : null,
    token_reserve: route && !route.own ? route.tokenReserve.toString() : null,
    buy_tax_bps: bought?.ok ? bought.taxBps : null,
    sell_tax_bps: worstSaleTax(facts),
    transfer_tax_bps: sent?.ok ? sent.taxBps : null,
    buy_gas: bought?.ok ? bought.gas : null,
    sell_gas: sale?.ok ? sale.gas : null,
    trials: trials
      .filter(({ moot }) => !moot)
      .map(({ what, trade }) => ({
        what,
        ok: trade.ok,
        tax_bps: trade.ok ? trade.taxBps : null,
        reason: trade.reason === null ? null : revertReason(bytesToHex(trade.reason)),
      })),
    pools: facts.pools.pools.map((pool) => ({
      address: pool.address,
      version: pool.version,
      fee_bps: pool.feeBps,
      quote_token: pool.quote.address,
      quote_symbol: pool.quote.symbol,
      quote_reserve: pool.quoteReserve.toString(),
      token_reserve: pool.tokenReserve.toString(),
    })),
  };
}

function liquidityOf({ liquidity, timestamp }: Facts): SafetyAnswer["liquidity"] {
  const mine = liquidity.shares.filter(({ kind }) => kind === "creator" || kind === "owner" || kind === "fake_lock");
  return {
    shares: liquidity.shares.slice(0, 12).map(({ holder, shareBps, kind, until }) => ({ holder, share_bps: shareBps, kind, until })),
    complete: liquidity.complete,
    pullable_bps:
      liquidity.shares.length === 0
        ? null
        : Math.min(
            10_000,
            mine.reduce((sum, { shareBps }) => sum + shareBps, 0),
          ),
    age_seconds: liquidity.createdAt === null ? null : Math.max(0, timestamp - liquidity.createdAt),
  };
}

function holdersOf({ holders }: Facts): SafetyAnswer["holders"] {
  return {
    count: holders.count,
    complete: holders.complete,
    top: holders.top.map(({ address, shareBps, kind }) => ({ address, share_bps: shareBps, kind })),
    creator: holders.creator,
    creator_share_bps: holders.creatorShareBps,
    owner_share_bps: holders.ownerShareBps,
  };
}
