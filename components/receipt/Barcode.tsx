/** The transaction's hash as bars: each hexadecimal digit is a bar (its high half) and a gap (its low half). */
export function Barcode({ hash }: { hash: string }) {
  let x = 0;
  const bars = Array.from(hash.replace(/^0x/, ""), (digit, index) => {
    const value = Number.parseInt(digit, 16) || 0;
    const bar = { key: index, x, width: 1 + (value >> 2) };
    x += bar.width + 1 + (value & 3);
    return bar;
  });
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${Math.max(1, x)} 30`}
      preserveAspectRatio="none"
      className="h-7.5 w-full fill-receipt-ink"
      shapeRendering="crispEdges"
    >
      {bars.map((bar) => (
        <rect key={bar.key} x={bar.x} width={bar.width} height="30" />
      ))}
    </svg>
  );
}
