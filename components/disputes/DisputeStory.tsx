import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import type { PublicDispute } from "@/lib/disputes/tellDispute";
import { DISPUTE_STATUS } from "./disputeStatus";

/** How a dispute stands, as both sides may read it. */
export function DisputeStory({ dispute }: { dispute: PublicDispute }) {
  const { state, reasonText, sellerWords, opened, due, refund } = dispute;
  return (
    <div className="grid max-w-measure gap-2 text-2">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Status {...DISPUTE_STATUS[state]} />
        <span className="text-ink-3">
          opened <RelativeTime at={new Date(opened)} />
        </span>
      </p>
      <p className="text-ink-2">The payer says: {reasonText.charAt(0).toLowerCase() + reasonText.slice(1)}.</p>
      {sellerWords ? (
        <blockquote className="border-l-2 border-line-strong pl-3 [overflow-wrap:anywhere]">“{sellerWords}” (the seller)</blockquote>
      ) : null}
      <p className="text-ink-2">{whatNext(state, due, refund?.state ?? null)}</p>
    </div>
  );
}

function whatNext(state: PublicDispute["state"], due: string, refund: string | null): string {
  switch (state) {
    case "open":
      return `The seller answers until ${due.slice(0, 10)}. After that the dispute counts as lost.`;
    case "refunded":
      return "The money went back.";
    case "declined":
      return "The seller did not give the money back.";
    case "withdrawn":
      return "The payer took it back.";
    case "lost":
      if (refund === "settled") return "The seller did not answer in time, and the market gave the money back.";
      return "The seller did not answer in time. The money is owed, and goes back as soon as the seller's allowance for refunds is enough.";
  }
}
