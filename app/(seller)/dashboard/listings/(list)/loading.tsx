import { TableSkeleton } from "@/components/dashboard/TableSkeleton";

export default function ListingsLoading() {
  return (
    <div role="status" aria-label="Loading your listings">
      <h1 className="mb-3 text-5">Listings</h1>
      <TableSkeleton rows={5} />
    </div>
  );
}
