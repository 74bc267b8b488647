import { Skeleton } from "@/components/ui/Skeleton";

export default function ListingLoading() {
  return (
    <div role="status" aria-label="Loading the listing">
      <Skeleton className="h-9 w-60" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
