import Link from "next/link";
import type { ReactNode } from "react";
import { formatMs } from "@/components/ui/formatMs";
import { Money } from "@/components/ui/Money";
import type { Times } from "@/db/queries/sellerByTool";
import type { SellerFacts } from "@/db/queries/sellerFacts";

type Props = {
  payers: number;
  facts: SellerFacts;
  times: Times /** What the times are of, where that isn't the period itself. */;
  timesOf: string | null;
};

/** The second row: who pays, how long it takes, and what is still under way. */
export function SmallFacts({ payers, facts, times, timesOf }: Props) {
  const { newPayers, ownCalls, ownAmount, open, unknown } = facts;
  return (
    <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-3 px-1 md:grid-cols-4">
      <Fact term="Payers" more={payers === 0 ? null : `${count(newPayers)} new, ${count(payers - newPayers)} came back`}>
        {count(payers)}
      </Fact>
      <Fact term="Your own wallet" more={ownCalls === 0 ? "not among the payers" : <Money atomic={ownAmount} />}>
        {ownCalls === 0 ? "0 calls" : `${count(ownCalls)} ${ownCalls === 1 ? "call" : "calls"}`}
      </Fact>
      <Fact
        term={`Tool and whole call${timesOf ? `, ${timesOf}` : ""}`}
        more={`99 % within ${ms(times.runP99Ms)} and ${ms(times.callP99Ms)}`}
      >
        {ms(times.runP50Ms)}, {ms(times.callP50Ms)}
      </Fact>
      <Fact term="Under way now" more={open + unknown === 0 ? "all have ended" : "counted once they end"}>
        {open + unknown === 0 ? (
          "0"
        ) : (
          <Link href="/dashboard/payments?status=settling,unknown" className="link">
            {count(open)} settling{unknown > 0 ? <span className="text-unknown">, {count(unknown)} unknown</span> : null}
          </Link>
        )}
      </Fact>
    </dl>
  );
}

const count = (n: number) => n.toLocaleString("en");
const ms = (time: number | null) => (time === null ? "–" : formatMs(time));

function Fact({ term, more, children }: { term: string; more: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-1 text-ink-3">{term}</dt>
      <dd>
        <span className="num block text-2">{children}</span>
        <span className="block text-1 text-ink-3">{more}</span>
      </dd>
    </div>
  );
}
