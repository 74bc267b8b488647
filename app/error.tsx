"use client";

import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page py-16 md:py-20">
      <h1 className="text-6">This page broke</h1>
      <div className="mt-6 max-w-140">
        <EmptyState title="Something went wrong on our side" code={error.digest} failed action={<Button onClick={reset}>Try again</Button>}>
          Nothing was charged by it. A payment that was under way goes on by itself; its receipt will say how it ended.
        </EmptyState>
      </div>
    </div>
  );
}
