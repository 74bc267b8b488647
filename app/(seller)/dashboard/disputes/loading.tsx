import { TableSkeleton } from "@/components/dashboard/TableSkeleton";

export default function DisputesLoading() {
  return (
    <div role="status" aria-label="Loading your disputes">
      <h1 className="mb-3 text-5">Disputes</h1>
      <TableSkeleton rows={25} />
    </div>
  );
}
