"use client";

import { DashboardError } from "@/components/dashboard/DashboardError";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <DashboardError error={error} retry={retry} what="your refunds" />;
}
