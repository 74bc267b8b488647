import { TableSkeleton } from "@/components/dashboard/TableSkeleton";
import { Panel } from "@/components/ui/Panel";
import { Skeleton } from "@/components/ui/Skeleton";

export default function OverviewLoading() {
  return (
    <div role="status" aria-label="Loading your figures">
      <div className="flex items-center justify-between">
        <h1 className="text-5">Overview</h1>
        <Skeleton className="h-7 w-28 rounded-control" />
      </div>
      <Panel className="mt-5 overflow-hidden">
        <div className="grid grid-cols-2 gap-px bg-line md:grid-cols-4">
          {["revenue", "calls", "answered", "refunds"].map((key) => (
            <div key={key} className="bg-surface px-4 py-3.5 md:px-5">
              <Skeleton className="h-5 w-20" />
              <Skeleton className="mt-0.5 h-6 w-28 md:h-8" />
              <Skeleton className="mt-1 h-3 w-24" />
            </div>
          ))}
        </div>
        <div className="h-[288px] border-t border-line" />
      </Panel>
      <h2 className="mt-12 mb-3 text-4">Payments</h2>
      <TableSkeleton rows={12} />
    </div>
  );
}
