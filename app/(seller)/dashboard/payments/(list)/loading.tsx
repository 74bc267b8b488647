import { TableSkeleton } from "@/components/dashboard/TableSkeleton";

export default function PaymentsLoading() {
  return (
    <div role="status" aria-label="Loading your payments">
      <h1 className="mb-3 text-5">Payments</h1>
      <TableSkeleton rows={25} />
    </div>
  );
}
