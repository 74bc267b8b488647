import { DetailSkeleton } from "@/components/dashboard/DetailSkeleton";

export default function ReceiptLoading() {
  return <DetailSkeleton />;
}
