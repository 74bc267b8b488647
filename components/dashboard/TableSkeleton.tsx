import { Skeleton } from "@/components/ui/Skeleton";

/** The payments table before its rows are there, at their height. */
export function TableSkeleton({ rows }: { rows: number }) {
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <Skeleton className="h-8 w-75 max-w-full rounded-control" />
        <Skeleton className="h-8 w-28 rounded-control" />
        <Skeleton className="h-8 w-20 rounded-control max-md:hidden" />
        <Skeleton className="h-8 w-16 rounded-control max-md:hidden" />
      </div>
      <div className="mt-2 h-10 border-b border-line-strong max-md:hidden" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same.
        <div key={row} className="flex h-15 items-center gap-8 border-b border-line md:h-11 md:px-3">
          <Skeleton className="h-4 w-14" />
          <Skeleton className="h-4 w-24 max-md:ml-auto" />
          <Skeleton className="h-4 w-24 max-md:hidden" />
          <Skeleton className="h-4 w-28 max-md:hidden" />
          <Skeleton className="ml-auto h-4 w-28 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
