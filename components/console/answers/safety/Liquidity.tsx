import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { cx } from "../../../ui/cx";
import { Hash } from "../../../ui/Hash";
import { bpsText } from "../market/poolText";
import { agoText } from "./agoText";
import { Heading } from "./Heading";
import { type Part, type PartKind, sharesByKind } from "./sharesByKind";

const LOOK: Record<PartKind, { word: string; color: string }> = {
  burned: { word: "Burned: nobody can take it out", color: "bg-v-ok" },
  locked: { word: "Locked", color: "bg-accent-line" },
  others: { word: "Others", color: "bg-c-before" },
  makers: { word: "Its maker", color: "bg-v-caution" },
  fake_lock: { word: "In a lock that does not hold", color: "bg-v-avoid" },
  missing: { word: "Not accounted for", color: "bg-line-strong" },
};

/** Who holds the deepest pool, as one bar and its legend. */
export function Liquidity({ answer: { liquidity, trade } }: { answer: SafetyAnswer }) {
  const parts = sharesByKind(liquidity.shares);
  if (trade.pair === null) {
    return (
      <section className="border-t border-line p-4 md:p-5">
        <Heading>Who holds the pool</Heading>
        <p className="mt-1 text-2 text-ink-2">
          No pool trades it.{trade.own_pool ? " It was tried in a pool of our own, on our copy of the chain." : ""}
        </p>
      </section>
    );
  }
  return (
    <section className="border-t border-line p-4 md:p-5">
      <Heading side={liquidity.age_seconds === null ? null : `first filled ${agoText(liquidity.age_seconds)}`}>Who holds the pool</Heading>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-2 text-ink-2">
        {liquidity.shares.length > 0 ? "Of the deepest pool" : "Who holds the deepest pool could not be told:"}
        <Hash value={trade.pair} />
      </p>
      {liquidity.shares.length > 0 ? (
        <>
          <div aria-hidden className="mt-3 flex h-3 gap-px overflow-hidden rounded-tag bg-sunken">
            {parts.map(({ kind, bps }) => (
              <span key={kind} className={LOOK[kind].color} style={{ flexGrow: bps, flexBasis: 0 }} />
            ))}
          </div>
          <ul className="mt-3 grid gap-2 text-2">
            {parts.map((part) => (
              <Legend key={part.kind} part={part} />
            ))}
          </ul>
        </>
      ) : null}
      {liquidity.pullable_bps ? (
        <p className="mt-3 text-2">
          Its maker could take out <b className="num font-strong">{bpsText(liquidity.pullable_bps)}</b> of the pool now.
        </p>
      ) : null}
      {!liquidity.complete && liquidity.shares.length > 0 ? (
        <p className="mt-1 text-2 text-ink-3">Not all of it could be accounted for.</p>
      ) : null}
    </section>
  );
}

function Legend({ part: { kind, bps, of } }: { part: Part }) {
  const { word, color } = LOOK[kind];
  return (
    <li className="grid grid-cols-[0.75rem_4rem_minmax(0,1fr)] items-baseline gap-x-2">
      <span aria-hidden className={cx("size-2.5 rounded-[2px]", color)} />
      <span className="num">{bpsText(bps)}</span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        {word}
        {of.slice(0, 4).map(({ holder, until, kind: exact }) => (
          <span key={holder} className="text-ink-3">
            {exact === "creator" || exact === "owner" ? `${exact} ` : ""}
            <Hash value={holder} copy={false} />
            {until === null ? null : ` until ${new Date(until * 1000).toISOString().slice(0, 10)}`}
          </span>
        ))}
        {of.length > 4 ? <span className="text-ink-3">and {of.length - 4} more</span> : null}
      </span>
    </li>
  );
}
