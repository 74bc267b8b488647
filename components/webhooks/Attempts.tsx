"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/Note";
import { Skeleton } from "@/components/ui/Skeleton";
import { exactUtc } from "@/components/ui/times";
import type { AttemptView } from "@/lib/webhooks/views";
import { sellerApi } from "./sellerApi";

type Props = { deliveryId: string /** Changes whenever there is another. */; tries: string };

/** The tries of a delivery, the newest first: what was sent, and what came back. */
export function Attempts({ deliveryId, tries }: Props) {
  const { data, error } = useQuery({
    queryKey: ["webhook attempts", deliveryId, tries],
    queryFn: () => sellerApi<{ attempts: AttemptView[] }>("GET", `/deliveries/${deliveryId}`),
    placeholderData: (before) => before,
  });
  if (error) return <Note tone="bad">{error.message}</Note>;
  if (!data) return <Skeleton className="h-40 w-full rounded-control" />;
  if (data.attempts.length === 0) return <p className="text-2 text-ink-3">It has not been tried yet.</p>;
  return (
    <ol className="grid gap-4">
      {data.attempts.map((attempt) => (
        <li key={attempt.at} className="rounded-control border border-line bg-paper p-3.5 text-2">
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            <span className="num">{exactUtc(new Date(attempt.at))}</span>
            <span className="num">{attempt.ms.toLocaleString("en")} ms</span>
            <span>{attempt.error ?? "taken"}</span>
          </p>
          <div className="mt-3 grid gap-3 lg:grid-cols-2">
            <Part title="Sent">{`POST ${attempt.url}\n${headerLines(attempt.requestHeaders)}\n\n${indented(attempt.requestBody)}`}</Part>
            <Part title={attempt.status === null ? "No answer" : `Answered ${attempt.status}`}>{attempt.answer || "nothing"}</Part>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-1 text-ink-3">{title}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
        tabIndex={0}
        className="num max-h-72 overflow-auto rounded-tag border border-line bg-surface p-2.5 text-1 whitespace-pre-wrap break-all"
      >
        {children}
      </pre>
    </div>
  );
}

const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

/** As people read it; a body that was cut is no JSON any more and stays as it is. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
