import type { ComponentProps } from "react";
import { cx } from "./cx";

/** Rows 44 high, hairlines, no stripes. Scrolls by itself where the page is narrow. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls, keys must reach it.
    <div tabIndex={0} className="-mx-1 overflow-x-auto px-1 focus-visible:-outline-offset-2">
      <table {...rest} className={cx("w-full border-collapse text-left text-2", className)} />
    </div>
  );
}

type Align = { right?: boolean };

export function Th({ right, className, ...rest }: ComponentProps<"th"> & Align) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "h-10 whitespace-nowrap border-b border-line-strong px-2 text-1 font-label text-ink-3 first:pl-0 last:pr-0",
        right && "text-right",
        className,
      )}
    />
  );
}

/** `tone` marks a row: hovered by itself, chosen, or being checked. */
export function Tr({ tone, className, ...rest }: ComponentProps<"tr"> & { tone?: "selected" | "unknown" | "plain" }) {
  const look = tone === "selected" ? "bg-selected" : tone === "unknown" ? "bg-unknown-soft" : tone === "plain" ? "" : "hover:bg-hover";
  return <tr {...rest} className={cx("group border-b border-line", look, className)} />;
}

export function Td({ right, className, ...rest }: ComponentProps<"td"> & Align) {
  return <td {...rest} className={cx("h-11 px-2 first:pl-0 last:pr-0", right && "text-right", className)} />;
}
