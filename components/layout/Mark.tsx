/** Half a coin, and the slot it goes into. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg aria-hidden viewBox="0 0 64 64" width={size} height={size} className="shrink-0">
      <rect width="64" height="64" rx="15" className="fill-ink" />
      <path d="M34 15a17 17 0 0 0 0 34Z" className="fill-mark-coin" />
      <rect x="39.5" y="12" width="7.5" height="40" rx="3.75" className="fill-on-ink" />
    </svg>
  );
}
