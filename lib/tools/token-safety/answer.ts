import { RULES } from "./checks";
import { applyRule, type Rule } from "./checks/rule";
import { saleOf, taxOf } from "./checks/trial";
import type { Facts, Trial } from "./facts";
import type { Check, TokenSafetyAnswer } from "./schema";
import { summarise } from "./summary";
import { decide } from "./verdict";

/** What this tool never looks at, said in every answer. */
const NEVER_CHECKED = [
  { id: "holders", why: "Who holds how much is not looked at." },
  { id: "liquidity_lock", why: "Whether the liquidity is locked, and who could pull it, is not looked at." },
  { id: "other_exchanges", why: "Only Uniswap V2 pools against WETH and USDC are looked at." },
] as const;

/** From facts to the answer: nothing is read from here on. */
export function writeAnswer(facts: Facts, chain: string, block: bigint): TokenSafetyAnswer {
  const checks = RULES.map((rule: Rule) => applyRule(rule, facts));
  const { verdict, score } = decide(checks);
  const { name, symbol, decimals, totalSupply } = facts.metadata;
  const { kind, implementation, admin } = facts.proxy;
  return {
    token: facts.token,
    chain,
    as_of_block: Number(block),
    age_seconds: 0,
    verdict,
    risk_score: score,
    summary: summarise(verdict, checks),
    metadata: { name: name.text, symbol: symbol.text, decimals, total_supply: totalSupply?.toString() ?? null },
    proxy: { kind, implementation, admin },
    owner: facts.owner,
    authorities: [],
    powers: [],
    trade: tradeOf(facts),
    liquidity: { shares: [], complete: false, pullable_bps: null, age_seconds: null },
    holders: { count: null, complete: false, top: [], creator: null, creator_share_bps: null, owner_share_bps: null },
    checks,
    checks_run: checks.filter(({ status }) => status === "pass" || status === "fail").length,
    not_checked: [...notChecked(checks), ...NEVER_CHECKED],
  };
}

function notChecked(checks: readonly Check[]) {
  return checks.filter(({ status }) => status === "unknown").map(({ id, evidence }) => ({ id, why: evidence.text }));
}

function tradeOf({ pool, trade }: Facts): TokenSafetyAnswer["trade"] {
  const [buy, sale, transfer] = trade.tried ? [trade.buy, saleOf(trade), trade.transfer] : [null, null, null];
  const gas = (tried: Trial | null) => (tried?.ok ? tried.gas : null);
  return {
    pair: pool.found ? pool.pair : null,
    own_pool: false,
    trials: [],
    pools: [],
    quote_token: pool.found ? pool.quote.address : null,
    quote_reserve: pool.found ? pool.quoteReserve.toString() : null,
    token_reserve: pool.found ? pool.tokenReserve.toString() : null,
    buy_tax_bps: taxOf(buy),
    sell_tax_bps: taxOf(sale),
    transfer_tax_bps: taxOf(transfer),
    buy_gas: gas(buy),
    sell_gas: gas(sale),
  };
}
