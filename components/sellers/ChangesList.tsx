import type { ReactNode } from "react";
import { Hash } from "@/components/ui/Hash";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Disclosure } from "@/components/wire/Disclosure";
import type { SellerChange } from "@/db/queries/sellers";

/** What a seller changed that others rely on, newest first, with the signature where one was needed. */
export function ChangesList({ changes }: { changes: readonly SellerChange[] }) {
  return (
    <ol className="border-t border-line-strong text-2">
      {changes.map((change) => (
        <li
          key={`${change.at.toISOString()} ${change.field}`}
          className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <RelativeTime at={change.at} className="w-24 shrink-0 text-ink-3" />
          <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
            {wordsOf(change)}
            {change.signature && change.message ? (
              <div className="mt-1">
                <Disclosure summary="Signed text and signature">
                  <pre className="num overflow-x-auto whitespace-pre-wrap rounded-control bg-sunken p-3 text-1">{change.message}</pre>
                  <p className="num mt-2 text-1 text-ink-2 [overflow-wrap:anywhere]">{change.signature}</p>
                </Disclosure>
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function wordsOf({ field, was, becomes }: SellerChange): ReactNode {
  if (field === "joined") return `Joined as ${becomes}`;
  if (field === "payTo") {
    return (
      <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
        Sales paid to <Hash value={becomes ?? ""} /> instead of <Hash value={was ?? ""} />
      </span>
    );
  }
  const what = field === "name" ? "Name" : "Site";
  if (!was) return `${what}: ${becomes}`;
  return becomes ? `${what}: ${becomes}, before: ${was}` : `${what} taken away, before: ${was}`;
}
