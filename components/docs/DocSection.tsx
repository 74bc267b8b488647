import type { ReactNode } from "react";

/** A part of a page that can be linked to. */
export function DocSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="group text-5">
        <a href={`#${id}`} className="hover:underline">
          {title}
        </a>
      </h2>
      <div className="mt-3 grid min-w-0 gap-4 text-3 text-ink-2 [&_b]:font-strong [&_b]:text-ink [&_code]:text-ink [&_p]:max-w-measure">
        {children}
      </div>
    </section>
  );
}
