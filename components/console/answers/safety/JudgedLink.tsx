import type { ReactNode } from "react";

/** How a check is judged, in the documentation. In a tab of its own: an answer that was paid for stays where it is. */
export function JudgedLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      href={`/docs/judging#${id}`}
      target="_blank"
      rel="noreferrer"
      className="underline decoration-line-strong underline-offset-3 hover:decoration-current"
    >
      {children}
    </a>
  );
}
