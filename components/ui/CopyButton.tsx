"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cx } from "./cx";

type Props = { text: string /** What is copied, for screen readers: "address". */; what: string; label?: string; className?: string };

/** Copies; for 1.2 s the mark is a tick. With `label` it is a small button with a word. */
export function CopyButton({ text, what, label, className }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1200);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={() => void copyText(text).then(() => setCopied(true))}
      aria-label={`Copy ${what}`}
      className={cx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-tag hover:text-ink",
        label ? "h-7 px-1.5 text-2 font-label text-ink-2" : "-m-1 size-6 text-ink-3",
        className,
      )}
    >
      <Icon aria-hidden className={cx("shrink-0", label ? "size-3.5" : "size-3.25", copied && "text-settled")} />
      {label ? <span aria-hidden>{copied ? "Copied" : label}</span> : null}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** The clipboard API exists on safe origins only; a market on a plain http address copies the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
