"use client";

import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";

type Props = { error: unknown; retry: () => void /** What can't be shown: "your payments". */; what: string };

const AGAIN_MS = 8_000;

/** The ledger or something of ours broke while a page was made. Payments do not depend on it. */
export function DashboardError({ error, retry, what }: Props) {
  useEffect(() => {
    const timer = setInterval(retry, AGAIN_MS);
    return () => clearInterval(timer);
  }, [retry]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <EmptyState
      title="The ledger did not answer"
      code={digest}
      failed
      action={
        <Button size="sm" onClick={retry}>
          <RefreshCw aria-hidden className="size-3.5" />
          Try now
        </Button>
      }
    >
      Payments go on; this page can't show {what} right now. It tries again by itself every {AGAIN_MS / 1000} s.
    </EmptyState>
  );
}
