import { Skeleton } from "@/components/ui/Skeleton";

export default function SettingsLoading() {
  return (
    <div role="status" aria-label="Loading your settings">
      <h1 className="text-5">Settings</h1>
      <Skeleton className="mt-2 h-5 w-60" />
      {["h-40", "h-48", "h-40"].map((height, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change their order.
        <div key={part} className="mt-10 border-t border-line pt-6">
          <Skeleton className="h-5 w-40" />
          <Skeleton className={`mt-5 w-full max-w-160 ${height}`} />
        </div>
      ))}
    </div>
  );
}
