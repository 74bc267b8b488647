import { Skeleton } from "@/components/ui/Skeleton";

/** A payment's page before it is there. */
export function DetailSkeleton() {
  return (
    <div role="status" aria-label="Loading the payment">
      <div className="border-b border-line pb-5">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="mt-2 h-10 w-60" />
        <Skeleton className="mt-1 h-6 w-72 max-w-full" />
      </div>
      <div className="mt-7 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_344px]">
        <div>
          <Skeleton className="h-6 w-36" />
          {["a", "b", "c", "d", "e"].map((key) => (
            <div key={key} className="mt-4 flex h-15 gap-8">
              <Skeleton className="h-5 w-24 max-md:hidden" />
              <Skeleton className="h-12 max-w-80 flex-1" />
            </div>
          ))}
        </div>
        <Skeleton className="h-28 rounded-panel" />
      </div>
    </div>
  );
}
