"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { shorten } from "@/components/ui/shorten";
import type { DeliveryView } from "@/lib/webhooks/views";
import { Attempts } from "./Attempts";
import { DeliveryStatus } from "./DeliveryStatus";
import { ResendButton } from "./ResendButton";

type Props = { delivery: DeliveryView /** Where the page is about what it is about. */; withSubject?: boolean };

/** One delivery in a line, or two where it is narrow; unfolded, what was sent and what came back. */
export function DeliveryRow({ delivery, withSubject = true }: Props) {
  const [open, setOpen] = useState(false);
  const { id, type, url, subject, lastMs, lastError, at } = delivery;
  return (
    <li className="border-b border-line">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2 text-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`delivery-${id}`}
          onClick={() => setOpen(!open)}
          className="-ml-1 inline-flex items-center gap-1.5 rounded-tag pr-1 hover:bg-hover md:w-42"
        >
          <ChevronRight aria-hidden className={cx("size-3.5 text-ink-3 transition-transform", open && "rotate-90")} />
          <span className="num">{type}</span>
        </button>
        <DeliveryStatus delivery={delivery} />
        {lastMs === null ? null : <span className="num text-ink-3">{lastMs.toLocaleString("en")} ms</span>}
        <span className="flex items-center gap-4 max-md:ml-auto md:order-last">
          <RelativeTime at={at} className="text-ink-3" />
          <ResendButton delivery={delivery} />
        </span>
        <span className="flex min-w-0 basis-full items-baseline gap-3 text-ink-2 md:flex-1 md:basis-0">
          <span className="min-w-0 truncate" title={url}>
            {url}
          </span>
          {withSubject && subject?.startsWith("pay_") ? (
            <Link href={`/dashboard/payments/${subject}`} className="num link shrink-0">
              {shorten(subject, 8)}
            </Link>
          ) : null}
        </span>
      </div>
      {lastError ? <p className="-mt-1 pb-2 text-2 text-ink-3">{lastError}</p> : null}
      {open ? (
        <div id={`delivery-${id}`} className="pb-4">
          <Attempts deliveryId={id} tries={`${delivery.attempts} ${delivery.lastMs}`} />
        </div>
      ) : null}
    </li>
  );
}
