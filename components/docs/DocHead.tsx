import type { ReactNode } from "react";

export function DocHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header>
      <h1 className="text-6">{title}</h1>
      <p className="mt-3 max-w-measure text-4 text-ink-2">{children}</p>
    </header>
  );
}
