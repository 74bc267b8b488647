"use client";

import { DashboardError } from "@/components/dashboard/DashboardError";

export default function ListingsError({ error, retry }: { error: unknown; retry: () => void }) {
  return <DashboardError error={error} retry={retry} what="your listings" />;
}
