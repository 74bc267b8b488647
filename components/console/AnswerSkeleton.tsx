import { Panel } from "../ui/Panel";
import { Skeleton } from "../ui/Skeleton";

/** The answer's room, while it is made. */
export function AnswerSkeleton() {
  return (
    <Panel className="overflow-hidden" aria-hidden>
      <div className="flex justify-between gap-8 p-5">
        <div className="min-w-0 flex-1">
          <Skeleton className="h-6 w-36" />
          <Skeleton className="mt-3 h-3 w-full max-w-100" />
          <Skeleton className="mt-3 h-3 w-3/4 max-w-75" />
        </div>
        <div className="hidden md:block">
          <Skeleton className="h-10 w-60" />
          <Skeleton className="mt-2 h-3 w-36" />
        </div>
      </div>
      <div className="h-8 border-t border-line bg-paper" />
      {[48, 32, 60, 40, 44, 30, 52, 36].map((width, index) => (
        <div key={width} className="flex gap-6 border-t border-line px-5 py-3">
          <Skeleton className="h-3 w-14 shrink-0" />
          <div className="min-w-0 flex-1">
            <Skeleton className={index % 2 ? "h-3 w-32" : "h-3 w-44"} />
            <Skeleton className={index % 2 ? "mt-2 h-2.5 w-60 max-w-full" : "mt-2 h-2.5 w-72 max-w-full"} />
          </div>
        </div>
      ))}
    </Panel>
  );
}
