import { TableSkeleton } from "@/components/dashboard/TableSkeleton";

export default function RefundsLoading() {
  return (
    <div role="status" aria-label="Loading your refunds">
      <h1 className="mb-3 text-5">Refunds</h1>
      <TableSkeleton rows={25} />
    </div>
  );
}
