import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { CheckResult } from "@/lib/doctor/report";
import { Disclosure } from "../wire/Disclosure";
import { RawText } from "../wire/RawText";
import { CheckIcon } from "./CheckIcon";

/** One check. What has to be mended lies open; the rest opens with a press. */
export function CheckRow({ check }: { check: CheckResult }) {
  const { status, title, detail, evidence, mend, side } = check;
  const line = (
    <>
      <CheckIcon status={status} />
      <span className="min-w-0 grow">
        <span className="block text-3">{title}</span>
        {detail ? <span className="mt-0.5 block text-2 text-ink-3 [overflow-wrap:anywhere]">{detail}</span> : null}
      </span>
      {side ? <span className="num mt-0.5 shrink-0 text-2 whitespace-nowrap text-ink-2">{side}</span> : null}
    </>
  );
  if (!evidence && !mend) return <Line>{line}</Line>;
  return (
    <details open={status === "fail"} className="group/check">
      <summary className="flex cursor-pointer list-none gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        {line}
        <ChevronDown aria-hidden className="mt-1 -mr-1 size-4 shrink-0 text-ink-3 group-open/check:rotate-180" />
      </summary>
      <div className="grid min-w-0 gap-2.5 pr-4 pb-3.5 pl-11">
        {mend ? (
          <div>
            <p className="text-2 font-strong">How to mend it</p>
            <p className="mt-0.5 text-2 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{mend}</p>
          </div>
        ) : null}
        {evidence && mend ? (
          <Disclosure summary="Evidence">
            <RawText text={evidence} what="evidence" />
          </Disclosure>
        ) : null}
        {evidence && !mend ? <RawText text={evidence} what="evidence" /> : null}
      </div>
    </details>
  );
}

/** Its end keeps clear of where the others have their mark. */
function Line({ children }: { children: ReactNode }) {
  return <div className="flex gap-3 py-2.5 pr-10 pl-4">{children}</div>;
}
