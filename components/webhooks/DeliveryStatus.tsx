import { CircleCheck, CircleDotDashed, CircleX, RotateCw } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { DeliveryView } from "@/lib/webhooks/views";

type Shown = Pick<DeliveryView, "state" | "attempts" | "lastStatus" | "lastError">;

const LOOK = {
  delivered: { icon: CircleCheck, color: "text-settled" },
  due: { icon: CircleDotDashed, color: "text-settling" },
  again: { icon: RotateCw, color: "text-unknown" },
  given_up: { icon: CircleX, color: "text-failed" },
} as const;

/** How a delivery stands, with the last answer's status where there was one. */
export function DeliveryStatus({ delivery }: { delivery: Shown }) {
  const { state, attempts, lastStatus } = delivery;
  const key = state === "pending" ? (attempts === 0 ? "due" : "again") : state;
  const { icon: Icon, color } = LOOK[key];
  const words = { delivered: "Delivered", due: "On its way", again: "Tried again later", given_up: "Not delivered" }[key];
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap font-label", color)}>
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {words}
      {lastStatus === null || key === "due" ? null : <span className="num font-text">{lastStatus}</span>}
    </span>
  );
}
