import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "./Panel";

type Props = {
  title: string;
  children: ReactNode /** A code to search for, such as ledger_timeout. */;
  code?: string;
  failed?: boolean;
  action?: ReactNode /** `h1` where the page has no other heading. */;
  heading?: "h1" | "h2";
};

/** Nothing, not yet or not found: says what, what it cost, and the next step. */
export function EmptyState({ title, children, code, failed = false, action, heading: Heading = "h2" }: Props) {
  return (
    <Panel className="p-5 md:p-6">
      <Heading className="flex items-center gap-2 text-3 font-strong">
        {failed ? <CircleX aria-hidden className="size-4 text-failed" /> : null}
        {title}
      </Heading>
      <div className="mt-1.5 max-w-measure text-2 text-ink-2">
        {children} {code ? <code className="num text-1 text-ink-3">{code}</code> : null}
      </div>
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </Panel>
  );
}
