import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import type { PoolHistory } from "../schema";
import { amount, day, often, percent } from "../words";

type Share = SafetyAnswer["liquidity"]["shares"][number];

const HELD: Record<Share["kind"], string> = {
  burned: "can be taken out by nobody",
  locked: "is locked",
  fake_lock: "lies in something that looks like a lock and is none",
  creator: "can be taken out by its maker",
  owner: "can be taken out by its owner",
  account: "can be taken out by other accounts",
  contract: "is with contracts that we could not make out",
};

export function liquiditySentences({ liquidity }: SafetyAnswer, history: readonly PoolHistory[]): string[] {
  return [...shareSentences(liquidity.shares), ...history.flatMap(historySentences)];
}

/** Of the deepest pool, by what can become of it. */
function shareSentences(shares: readonly Share[]): string[] {
  const kinds = [...new Set(shares.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const some = shares.filter((share) => share.kind === kind);
    const bps = Math.min(
      10_000,
      some.reduce((sum, share) => sum + (share.share_bps ?? 0), 0),
    );
    if (bps === 0) return [];
    const opens = some.flatMap(({ until }) => until ?? []).sort((a, b) => a - b)[0];
    const until = opens === undefined ? "" : ` until ${new Date(opens * 1000).toISOString().slice(0, 10)}`;
    return [`Of the deepest pool ${percent(bps)} ${HELD[kind]}${until}.`];
  });
}

function historySentences({ version, quote_symbol, added_quote, taken_quote, quote_now, ...pool }: PoolHistory): string[] {
  const name = `The ${version.toUpperCase()} pool against ${quote_symbol === "WETH" ? "ether" : "dollars"}`;
  if (pool.additions + pool.removals === 0)
    return [pool.complete ? `${name} was never filled.` : `When ${name.replace("The", "the")} was filled, and by whom, could not be told.`];
  const since = pool.complete ? "" : ", as far back as we could look,";
  const [last] = pool.events.filter(({ kind }) => kind === "taken_out");
  const put = `${name}${since} was filled ${often(pool.additions)}, with ${amount(added_quote, quote_symbol)} in all.`;
  const now = quote_now === null ? "" : ` It holds ${amount(quote_now, quote_symbol)} now.`;
  if (!last) return [`${put} Nothing was taken out again.${now}`];
  const whose = last.by_creator ? "by its maker" : last.by ? `by ${last.by}` : "by somebody our node does not name";
  const taken = `Liquidity was taken out ${often(pool.removals)}, ${amount(taken_quote, quote_symbol)} in all, last ${day(last.time)} ${whose}.`;
  return [`${put} ${taken}${now}`];
}
