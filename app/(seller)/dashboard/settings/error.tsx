"use client";

import { DashboardError } from "@/components/dashboard/DashboardError";

export default function SettingsError({ error, retry }: { error: unknown; retry: () => void }) {
  return <DashboardError error={error} retry={retry} what="your settings" />;
}
