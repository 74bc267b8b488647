import type { PoolHistoryAnswer } from "@/lib/tools/pool-history/schema";

type Slice = PoolHistoryAnswer["slices"][number];
type Point = { x: number; low: number; high: number; close: number };

const [WIDTH, HEIGHT, ROOM] = [600, 120, 8];

/** The price of each slice as a line, with its span from lowest to highest behind it. Numbers only for the picture. */
export function PriceLine({ slices }: { slices: readonly Slice[] }) {
  const points = pointsOf(slices);
  const [bottom, top] = [Math.min(...points.map(({ low }) => low)), Math.max(...points.map(({ high }) => high))];
  if (points.length < 2) return null;
  const y = (price: number) => (top === bottom ? HEIGHT / 2 : ROOM + ((top - price) / (top - bottom)) * (HEIGHT - 2 * ROOM));
  const line = points.map(({ x, close }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y(close).toFixed(1)}`).join("");
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="block h-30 w-full">
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      {points.map(({ x, low, high }) => (
        <path
          key={x}
          d={`M${x.toFixed(1)} ${y(high).toFixed(1)}V${y(low).toFixed(1)}`}
          className="stroke-c-raw"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <path d={line} fill="none" className="stroke-c-now" strokeWidth="1.5" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function pointsOf(slices: readonly Slice[]): Point[] {
  return slices.flatMap(({ low, high, close }, at) => {
    if (low === null || high === null || close === null) return [];
    return [{ x: ((at + 0.5) / slices.length) * WIDTH, low: Number(low), high: Number(high), close: Number(close) }];
  });
}
