import type { LatestPayment } from "@/db/queries/latestPayments";
import { formatMs } from "../ui/formatMs";
import { Hash } from "../ui/Hash";
import { RelativeTime } from "../ui/RelativeTime";
import { Status } from "../ui/Status";
import { statusOf } from "../ui/statusOf";

/** The newest calls of the tool, as the ledger has them. */
export function LastCalls({ calls }: { calls: readonly LatestPayment[] | null }) {
  return (
    <section aria-labelledby="last-calls">
      <h2 id="last-calls" className="mb-2 text-3 font-strong">
        Last calls
      </h2>
      {calls === null ? (
        <p className="border-y border-line py-3 text-2 text-ink-3">The ledger did not answer, so they can't be shown now.</p>
      ) : calls.length === 0 ? (
        <p className="border-y border-line py-3 text-2 text-ink-3">None yet. Yours would be the first.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-2">
          {calls.map((call) => (
            <li key={call.id} className="grid h-10 grid-cols-[72px_1fr_auto_auto] items-center gap-x-2 md:grid-cols-[92px_1fr_auto_68px]">
              <RelativeTime at={call.times.claimed ?? new Date(0)} className="text-ink-3" />
              <Hash value={call.payer} copy={false} />
              <Status status={statusOf(call.state)} />
              <span className="num text-right text-ink-3 max-[379px]:hidden">{call.tookMs === null ? "" : formatMs(call.tookMs)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
