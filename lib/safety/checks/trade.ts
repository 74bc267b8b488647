import { bytesToHex } from "viem";
import { revertReason } from "@/lib/chain/revertReason";
import type { Facts } from "../facts";
import { type Finding, fails, needless, passes, type Rule, unknown } from "./rule";
import { isSale, judgeTax, judgeTrials, trace, whyNot, worstSaleTax } from "./trials";

const trade = (rule: Omit<Rule, "group">): Rule => ({ group: "trade", ...rule });
/** More than this between two sales is no rounding. */
const STEADY_BPS = 300;
const NOTICED_BPS = 100;

/** What happens now, with no power used. */
export const TRADE_RULES: readonly Rule[] = [
  trade({
    id: "buy",
    title: "It can be bought",
    failing: "it can't be bought",
    severity: "critical",
    judge: (facts) => {
      const { route, bought } = facts.examined.base;
      if (!route || !bought) return unknown(facts.pools.why ?? "No pool trades it.");
      if (route.own) return unknown("No pool trades it, so it can't be bought now. In a pool of our own it was tried.");
      if (bought.ok) return passes("A purchase went through.");
      if (bought.reason === null) return fails("A purchase went through, and nothing arrived.");
      return fails("A purchase was refused.", { trace: `reverted: ${revertReason(bytesToHex(bought.reason))}` });
    },
  }),
  trade({
    id: "sell",
    title: "All that was bought can be sold at once",
    failing: "it can't be sold",
    severity: "critical",
    judge: (facts) => judgeTrials(facts, ["sell_1"], "Everything was sold, one block after the purchase."),
  }),
  trade({
    id: "sell_later",
    title: "It can still be sold later",
    failing: "it can't be sold later",
    severity: "critical",
    judge: (facts) =>
      judgeTrials(
        facts,
        ["sell_10", "sell_1000", "sell_day", "sell_month", "sell_year"],
        "Sales after 10 and 1,000 blocks, a day, 30 days and a year went through.",
      ),
  }),
  trade({
    id: "sell_part",
    title: "A part can be sold, and the rest after it",
    failing: "parts of it can't be sold",
    severity: "critical",
    judge: (facts) =>
      judgeTrials(facts, ["sell_part", "sell_small", "sell_rest"], "A third, a hundredth and three parts one after another were sold."),
  }),
  trade({
    id: "sell_sizes",
    title: "Large amounts can be sold like small ones",
    failing: "larger amounts can't be sold",
    severity: "critical",
    judge: judgeSizes,
  }),
  trade({
    id: "holders_sell",
    title: "Those who hold it already can sell",
    failing: "people who hold it can't sell",
    severity: "critical",
    judge: (facts) => {
      const tried = facts.examined.trials.filter(({ id, moot }) => id.startsWith("holder_") && !moot);
      if (tried.length === 0) return needless("Nobody was found who holds some and is no contract.");
      const bad = tried.filter(({ trade: { ok } }) => !ok);
      if (bad.length === 0) return passes(`${tried.length === 1 ? "A holder" : `${tried.length} holders`} could sell.`);
      const finding = fails(`${bad.length} of ${tried.length} holders who were tried can't sell.`, trace(bad[0] as (typeof bad)[number]));
      return bad.length === tried.length ? finding : { ...finding, severity: "medium" };
    },
  }),
  trade({
    id: "transfer",
    title: "It can be passed on",
    failing: "it can't be passed on",
    severity: "critical",
    judge: (facts) => judgeTrials(facts, ["send"], "Half was passed on to another wallet."),
  }),
  trade({
    id: "resale",
    title: "Whoever gets some can sell it",
    failing: "whoever gets some can't sell it",
    severity: "critical",
    judge: (facts) => {
      if (facts.examined.base.passed?.ok === false) return unknown("No transfer arrived, so there was nothing to sell for whoever got it.");
      return judgeTrials(facts, ["sell_friend", "sell_back", "sell_friend_late"], "What was passed on was sold, there and back.");
    },
  }),
  trade({
    id: "buy_tax",
    title: "Buying costs no more than a small tax",
    failing: "buying is taxed",
    severity: "medium",
    judge: (facts) => judgeTax(facts.examined.base.bought?.ok ? facts.examined.base.bought.taxBps : null, "Buying"),
  }),
  trade({
    id: "sell_tax",
    title: "Selling costs no more than a small tax",
    failing: "selling is taxed",
    severity: "medium",
    judge: (facts) => judgeTax(worstSaleTax(facts), "Selling, at the worst of all sizes and times"),
  }),
  trade({
    id: "transfer_tax",
    title: "Passing it on costs no more than a small tax",
    failing: "passing it on is taxed",
    severity: "medium",
    judge: (facts) => {
      const sent = facts.examined.trials.find(({ id }) => id === "send");
      return judgeTax(sent?.trade.ok ? sent.trade.taxBps : null, "Passing on");
    },
  }),
  trade({
    id: "tax_steady",
    title: "The tax is the same for everybody, at every size and time",
    failing: "some sales are taxed more than others",
    severity: "high",
    judge: judgeSteady,
  }),
  trade({
    id: "simulator",
    title: "It does not tell watchers from traders",
    failing: "it behaves differently for whoever only looks",
    severity: "critical",
    judge: judgeDisguises,
  }),
];

/** Sizes that could be bought have to be sellable; in ten parts, where it says that one sale may only be so large. */
function judgeSizes(facts: Facts): Finding {
  const of = (id: string) => facts.examined.trials.find((trial) => trial.id === id);
  const sizes = [
    ["whale", "a hundredth"],
    ["giant", "a tenth"],
  ] as const;
  const tried = sizes.filter(([id]) => of(`${id}_at_once`)?.moot === false);
  if (tried.length === 0)
    return facts.examined.trials.length === 0 ? unknown(whyNot(facts)) : needless("Larger amounts could not be bought in one go.");
  for (const [id, what] of tried) {
    const [once, parts] = [of(`${id}_at_once`), of(`${id}_in_parts`)];
    if (!once || once.trade.ok) continue;
    if (parts?.trade.ok === false)
      return fails(`What a purchase of ${what} of the pool brought can't be sold, neither at once nor in ten parts.`, trace(once));
    return {
      ...fails(`What a purchase of ${what} of the pool brought can only be sold in parts.`, trace(once)),
      severity: id === "whale" ? "medium" : "low",
    };
  }
  return passes("What purchases of a hundredth and a tenth of the pool brought could be sold at once.");
}

function judgeSteady(facts: Facts): Finding {
  const sales = facts.examined.trials.filter((trial) => isSale(trial) && trial.trade.ok && trial.trade.taxBps !== null);
  if (sales.length < 2) return unknown(whyNot(facts));
  const sorted = [...sales].sort((a, b) => (a.trade.taxBps ?? 0) - (b.trade.taxBps ?? 0));
  // Held against the plain sale: that some pay less than that harms nobody.
  const [least, most] = [sales.find(({ id }) => id === "sell_1") ?? sorted[0], sorted.at(-1)];
  const [low, high] = [least?.trade.taxBps ?? 0, most?.trade.taxBps ?? 0];
  if (high - low <= STEADY_BPS) return passes("Every sale that was tried was taxed alike.");
  const finding = fails(`${most?.what} cost ${percent(high)}; ${(least?.what ?? "").replace(/^S/, "s")} cost ${percent(low)}.`);
  return high - low > 1_000 ? finding : { ...finding, severity: "medium" };
}

const GUISES = ["gas_cheap", "gas_dear", "gas_none", "gas_plenty", "coinbase_none", "coinbase_other"];

function judgeDisguises(facts: Facts): Finding {
  const { trials } = facts.examined;
  const plain = trials.find(({ id }) => id === "sell_1");
  if (!plain) return unknown(whyNot(facts));
  for (const trial of trials.filter(({ id }) => GUISES.includes(id))) {
    const other = trial.trade.ok !== plain.trade.ok || Math.abs((trial.trade.taxBps ?? 0) - (plain.trade.taxBps ?? 0)) > NOTICED_BPS;
    if (other) return fails(`${trial.what} ends differently from the same sale otherwise.`, trace(trial.trade.ok ? plain : trial));
  }
  for (const trial of trials.filter(({ id }) => id === "origin" || id === "coded")) {
    if (trial.trade.ok !== plain.trade.ok) {
      const finding = fails(
        `${trial.what} ${trial.trade.ok ? "works, and the same sale otherwise does not" : "is refused"}.`,
        trace(trial),
      );
      return { ...finding, severity: "medium" };
    }
  }
  return passes("Gas price, gas, miner, origin and the seller's own code make no difference.");
}

function percent(bps: number): string {
  return `${Number((bps / 100).toFixed(2))} %`;
}
