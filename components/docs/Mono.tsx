import { cx } from "@/components/ui/cx";

/** A name out of code, in the middle of a sentence. Short ones stay whole: a header's name is no place to break a line. */
export function Mono({ children }: { children: string }) {
  return (
    <code className={cx("num text-[0.93em]", children.length <= 24 ? "whitespace-nowrap" : "[overflow-wrap:anywhere]")}>{children}</code>
  );
}
