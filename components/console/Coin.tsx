export type CoinState = "out" | "half" | "in" | "back" | "ask" | "failed";

/** How far right the coin's middle is; the slot stands at 44. */
const PLACE: Record<CoinState, number> = { out: 13, half: 39, in: 62, back: 13, ask: 39, failed: 13 };

const COIN: Record<CoinState, string> = {
  out: "text-display-ink",
  half: "text-display-wait",
  in: "text-display-on",
  back: "text-display-ink",
  ask: "text-display-warn",
  failed: "text-display-bad",
};

const SLOT: Partial<Record<CoinState, string>> = { in: "text-display-on", ask: "text-display-warn" };

/** The coin and its slot: out, half in, in, given back, being asked about, failed. */
export function Coin({ state }: { state: CoinState }) {
  return (
    <svg aria-hidden viewBox="0 0 52 36" width={52} height={36} className="shrink-0">
      <defs>
        <clipPath id="before-the-slot">
          <rect width="39" height="36" />
        </clipPath>
      </defs>
      <g clipPath="url(#before-the-slot)">
        <g
          className={COIN[state]}
          style={{ transform: `translateX(${PLACE[state]}px)`, transition: "transform var(--d-coin) var(--ease-coin)" }}
          fill="none"
          stroke="currentColor"
        >
          <circle cy="18" r="12" strokeWidth="1.75" />
          <circle cy="18" r="7.75" strokeWidth="1" />
        </g>
      </g>
      {state === "back" ? (
        <path
          d="M39 18h-8m3.5-3.5L31 18l3.5 3.5"
          className="text-display-ink"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
      <rect x="44" y="3" width="4" height="30" rx="2" className={SLOT[state] ?? "text-display-dim"} fill="currentColor" />
    </svg>
  );
}
