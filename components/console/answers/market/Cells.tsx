import type { ReactNode } from "react";
import type { PoolAnswer, TokenAnswer } from "@/lib/chain/answerShapes";
import { Hash } from "../../../ui/Hash";
import { RelativeTime } from "../../../ui/RelativeTime";
import { amountText } from "./amountText";
import { kindText, pairText } from "./poolText";

/** A cell's main line, and smaller ones below it. */
export function Lines({ main, below = [] }: { main: ReactNode; below?: readonly ReactNode[] }) {
  return (
    <div className="[overflow-wrap:anywhere]">
      {main}
      {below.filter(Boolean).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places.
        <div key={at} className="text-1 leading-4.5 text-ink-3">
          {line}
        </div>
      ))}
    </div>
  );
}

/** Both symbols, what kind of pool it is, and where it lies. */
export function PoolCell({ pool, more = null }: { pool: PoolAnswer; more?: ReactNode }) {
  const below = [kindText(pool), <Hash key="at" value={pool.address} />, more];
  return <Lines main={<span className="font-label">{pairText(pool)}</span>} below={below} />;
}

/** Amounts below each other, each with its token. */
export function Amounts({ of }: { of: readonly (readonly [atomic: string | null, token: TokenAnswer])[] }) {
  return (
    <div className="num text-1 leading-4.5 break-words">
      {of.map(([atomic, token]) => (
        <div key={token.address}>{atomic === null ? "unknown" : amountText(atomic, token)}</div>
      ))}
    </div>
  );
}

/** When, in one line, where there is no column for it. */
export function WhenOnPhone({ block, time }: { block: number; time: string | null }) {
  return <span className="md:hidden">{time ? <RelativeTime at={time} /> : `block ${block}`}</span>;
}

/** When and by whom; the transaction behind it. */
export function WhenCell({ block, time, tx, by }: { block: number; time: string | null; tx: string; by: string | null }) {
  return (
    <Lines
      main={time ? <RelativeTime at={time} /> : <span className="num">block {block}</span>}
      below={[by ? <Hash key="by" value={by} copy={false} /> : "sender unknown", <Hash key="tx" value={tx} what="transaction" />]}
    />
  );
}
