import { DetailSkeleton } from "@/components/dashboard/DetailSkeleton";

export default function PaymentLoading() {
  return <DetailSkeleton />;
}
