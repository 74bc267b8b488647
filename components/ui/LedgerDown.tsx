"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";

/** The part of a page that the ledger should have filled. */
export function LedgerDown({ what = "this page" }: { what?: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const again = (
    <Button size="sm" busy={pending} onClick={() => start(() => router.refresh())}>
      {pending ? null : <RefreshCw aria-hidden className="size-3.5" />}
      Try now
    </Button>
  );
  return (
    <EmptyState title="The ledger did not answer" code="ledger_unavailable" failed action={again}>
      Nothing was charged. We can't show {what} until it answers again.
    </EmptyState>
  );
}
