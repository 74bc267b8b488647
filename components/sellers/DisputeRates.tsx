import { formatShare } from "@/components/ui/formatShare";
import type { DisputeRates as Rates } from "@/db/queries/disputeRates";

type Props = { rates: Rates /** The tool, where the page is not about it alone. */; of?: string; className?: string };

/** How often payments of a tool or a seller are disputed and given back; nothing while nothing was sold. */
export function DisputeRates({ rates: { calls, disputes, lost, refunds }, of, className }: Props) {
  if (calls === 0) return null;
  const perThousand = (disputes * 1000) / calls;
  return (
    <p className={className}>
      In 90 days, of <span className="num">{calls.toLocaleString("en")}</span> paid calls{of ? ` of ${of}` : ""}:{" "}
      <span className="num">{perThousand.toLocaleString("en", { maximumFractionDigits: 1 })}</span> disputed in 1,000
      {disputes > 0 ? (
        <>
          {" "}
          (<span className="num">{lost}</span> lost by silence)
        </>
      ) : null}
      , <span className="num">{formatShare(refunds / calls)}</span> given back.
    </p>
  );
}
