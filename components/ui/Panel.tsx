import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A sheet with a hairline around it. */
export function Panel({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cx("rounded-panel border border-line-strong bg-surface", className)} />;
}
