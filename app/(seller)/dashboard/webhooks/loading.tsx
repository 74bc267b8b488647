import { Skeleton } from "@/components/ui/Skeleton";

export default function WebhooksLoading() {
  return (
    <div role="status" aria-label="Loading your webhooks">
      <h1 className="text-5">Webhooks</h1>
      <Skeleton className="mt-3 h-5 w-120 max-w-full" />
      <Skeleton className="mt-6 h-42 w-full rounded-panel" />
    </div>
  );
}
