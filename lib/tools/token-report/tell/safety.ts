import type { HolderKind, SafetyAnswer } from "@/lib/safety/answer/shape";
import { amount, counted, percent, quoted } from "../words";

const MOST = 3;
const BEHIND: Record<HolderKind, string> = {
  nobody: "nobody",
  key: "a single key",
  multisig: "several keys together",
  timelock: "a timelock",
  governance: "a vote",
  contract: "a contract",
  delegated_key: "a single key that acts by a contract's code",
  unknown: "somebody we could not make out",
};

export function verdictSentences({ verdict, risk_score, summary, metadata }: SafetyAnswer): string[] {
  const risk = risk_score === null ? "There is no figure for the risk." : `The risk is put at ${risk_score} of 100.`;
  const called = metadata.name === null ? "The token gives itself no name." : `The token calls itself ${quoted(metadata.name)}.`;
  return [called, `The verdict is ${verdict}.`, summary, risk];
}

export function tradeSentences({ trade }: SafetyAnswer): string[] {
  const [deepest] = trade.pools;
  const where = deepest
    ? `${counted(trade.pools.length, "pool")} against ether or dollars ${trade.pools.length === 1 ? "trades" : "trade"} it; the deepest holds ${amount(deepest.quote_reserve, deepest.quote_symbol === "USDC" ? "USDC" : "WETH")}.`
    : `No pool trades it${trade.own_pool ? "; it was tried in one of our own, on our copy of the chain" : ""}.`;
  return [where, taxSentence(trade)];
}

function taxSentence({ buy_tax_bps: bought, sell_tax_bps: sold }: SafetyAnswer["trade"]): string {
  if (bought === null) return "A purchase did not go through, or could not be tried.";
  if (sold === null) return `A purchase leaves ${percent(bought)} behind; no sale went through.`;
  if (bought === 0 && sold === 0) return "Neither buying nor selling is taxed.";
  return `A purchase leaves ${percent(bought)} behind and a sale ${percent(sold)}, fees of the pool not counted.`;
}

export function powerSentences({ powers, authorities, checks }: SafetyAnswer): string[] {
  if (powers.length === 0) {
    const untried = checks.some(({ group, status }) => group === "powers" && status === "unknown");
    return [
      untried ? "No power over holders was found, though not everything could be tried." : "No power over holders was found by trying.",
    ];
  }
  const found = powers.slice(0, MOST).map(({ text }) => text);
  const more =
    powers.length > MOST ? [`${counted(powers.length - MOST, "more power is", "more powers are")} among those that were found.`] : [];
  const behind = authorities.slice(0, MOST).map(({ address, kind, detail, shown }) => {
    const hidden = shown ? "" : ", and the contract does not show that it has power";
    return `Behind ${address} is ${BEHIND[kind]}${detail ? ` (${detail})` : ""}${hidden}.`;
  });
  return [...found, ...more, ...behind];
}

export function holderSentences({ holders }: SafetyAnswer): string[] {
  if (holders.top.length === 0) return [];
  const count =
    holders.count === null ? "How many hold it could not be told." : `${counted(holders.count, "address holds", "addresses hold")} it.`;
  const largest = holders.top.find(({ kind }) => kind === "account" || kind === "contract");
  const most =
    largest && largest.share_bps !== null
      ? [`The most outside of pools is held by ${largest.address}: ${percent(largest.share_bps)}.`]
      : [];
  const maker = holders.creator_share_bps === null ? [] : [`Its maker holds ${percent(holders.creator_share_bps)}.`];
  return [count, ...most, ...maker];
}

export function unknownSentences({ not_checked }: SafetyAnswer): string[] {
  return not_checked.slice(0, MOST * 2).map(({ why }) => why);
}
