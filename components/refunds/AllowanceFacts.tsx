import { TriangleAlert } from "lucide-react";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { Note } from "@/components/ui/Note";
import { Rows } from "@/components/ui/Rows";

/** Amounts are atomic, decimal text. */
export type AllowanceShown = {
  spender: string | null;
  left: string | null;
  balance: string | null;
  state: "waiting" | "pending" | "granted" | "failed" | null;
  /** It can be revoked. */
  active: boolean;
  warnBelow: string | null;
  owed: { count: number; amount: string };
  low: boolean;
  suggested: string;
};

/** How an allowance stands, as the chain has it. */
export function AllowanceFacts({ allowance: { spender, left, balance, state, owed, low } }: { allowance: AllowanceShown }) {
  return (
    <>
      {low ? (
        <Note tone="warn" className="mt-4" icon={<TriangleAlert aria-hidden className="size-4 text-unknown" />}>
          Your allowance is nearly used up. Allow more, so that refunds go on by themselves.
        </Note>
      ) : null}
      {owed.count > 0 ? (
        <Note tone="warn" className="mt-4" icon={<TriangleAlert aria-hidden className="size-4 text-unknown" />}>
          You owe <Money atomic={owed.amount} /> in {owed.count === 1 ? "one refund" : `${owed.count} refunds`}. They are sent as soon as
          your allowance and your wallet are enough, or give them back by hand.
        </Note>
      ) : null}
      <Rows
        className="mt-4"
        termWidth="w-32"
        rows={[
          { term: "left", value: left === null ? "unknown: the chain can't be reached" : <Money atomic={left} as="usdc" /> },
          { term: "in your wallet", value: balance === null ? "unknown" : <Money atomic={balance} as="usdc" /> },
          ...(state === "waiting" || state === "pending" ? [{ term: "newest", value: "on its way to the chain" }] : []),
          ...(state === "failed" ? [{ term: "newest", value: <span className="text-failed">USDC did not take it; sign again</span> }] : []),
          ...(spender ? [{ term: "sent by", value: <Hash value={spender} /> }] : []),
        ]}
      />
    </>
  );
}
