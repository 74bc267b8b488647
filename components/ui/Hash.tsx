"use client";

import Link from "next/link";
import { CopyButton } from "./CopyButton";
import { cx } from "./cx";
import { shorten } from "./shorten";
import { Tip } from "./Tip";

type Props = {
  value: string;
  /** What it is, for the copy button and screen readers. */
  what?: "address" | "transaction" | "payment id" | "nonce" | "hash";
  /** `hover` shows the copy button when its row (class `group`) is hovered or has the focus; its room is kept. */
  copy?: boolean | "hover";
  /** Its page here, or on a block explorer (on real networks only). */
  href?: string | null;
  head?: number;
  className?: string;
};

/** Shortened in the middle; the whole of it on hover and for screen readers. */
export function Hash({ value, what = "address", copy = true, href, head = 6, className }: Props) {
  const text = (
    <>
      <span aria-hidden>{shorten(value, head)}</span>
      <span className="sr-only">{value}</span>
    </>
  );
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <Tip text={value}>
        {href?.startsWith("/") ? (
          <Link href={href} prefetch={false} className="num link">
            {text}
          </Link>
        ) : href ? (
          <a href={href} target="_blank" rel="noreferrer" className="num link">
            {text}
          </a>
        ) : (
          <span className="num">{text}</span>
        )}
      </Tip>
      {copy ? (
        <CopyButton
          text={value}
          what={`${what} ${shorten(value)}`}
          className={
            copy === "hover" ? "opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100" : undefined
          }
        />
      ) : null}
    </span>
  );
}
