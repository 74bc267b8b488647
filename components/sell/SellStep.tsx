import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";

type Props = {
  /** Its number while it is to do; `later` while another one comes first. */
  state: "done" | "later" | number;
  number?: number;
  title: ReactNode;
  children: ReactNode;
};

/** One step on the way to the first sale. */
export function SellStep({ state, number, title, children }: Props) {
  const done = state === "done";
  const later = state === "later";
  return (
    <li className="flex gap-4">
      <span
        className={cx(
          "num flex size-7 shrink-0 items-center justify-center rounded-[6px] border text-2 font-strong max-sm:hidden",
          done
            ? "border-accent-line bg-accent-soft text-accent"
            : later
              ? "border-line-strong bg-surface"
              : "border-ink bg-ink text-on-ink",
        )}
      >
        {done ? <Check aria-hidden className="size-4" /> : <span aria-hidden>{later ? number : state}</span>}
        <span className="sr-only">{done ? "Done:" : later ? "Later:" : "To do:"}</span>
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <h2 className={cx("text-3 font-strong", later && "text-ink-2")}>{title}</h2>
        <div className="mt-2 text-2 text-ink-2">{children}</div>
      </div>
    </li>
  );
}
