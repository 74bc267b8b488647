/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="num inline-flex h-5 shrink-0 items-center rounded-tag border border-line-strong bg-surface px-1.25 text-1 text-ink-3">
      {children}
    </kbd>
  );
}
