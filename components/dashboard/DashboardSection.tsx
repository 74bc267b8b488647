import type { ReactNode } from "react";

/** A part of a dashboard page under a heading of its own. */
export function DashboardSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-line pt-6">
      <h2 id={id} className="mb-4 text-4">
        {title}
      </h2>
      {children}
    </section>
  );
}
