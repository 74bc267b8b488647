import type { ReactNode } from "react";
import { cx } from "../../../ui/cx";

const TICKS = Array.from({ length: 21 }, (_, index) => index * 5);

/** 0 to 100 with a needle at the score. `color` is a text colour; the words below say what it means. */
export function Ruler({ score, color, word, direction }: { score: number; color: string; word: ReactNode; direction: string }) {
  return (
    <div className="w-full max-w-60 shrink-0">
      <svg aria-hidden viewBox="-6 0 252 44" className="w-full overflow-visible">
        <path d="M0 26H240" className="stroke-ink-3" strokeWidth="1" />
        {TICKS.map((tick) => (
          <path key={tick} d={`M${tick * 2.4} 26V${tick % 25 === 0 ? 13 : 18}`} className="stroke-ink-3" strokeWidth="1" />
        ))}
        {[0, 25, 50, 75, 100].map((tick) => (
          <text
            key={tick}
            x={tick * 2.4}
            y="40"
            textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
            className="num fill-ink-2 text-1"
          >
            {tick}
          </text>
        ))}
        <g className={color} fill="currentColor" style={{ transform: `translateX(${score * 2.4}px)` }}>
          <path d="M-5.5 0h11L0 7.5Z" />
          <rect x="-1" y="4" width="2" height="22" />
        </g>
      </svg>
      <p className="mt-0.5 flex justify-between text-2">
        <span>
          <b className={cx("num font-strong", color)}>{score}</b> {word}
        </span>
        <span className="text-ink-3">{direction}</span>
      </p>
    </div>
  );
}
