import { formatUsdc } from "@/lib/money";
import { Hash } from "../ui/Hash";
import { Note } from "../ui/Note";
import { clockUtc } from "../ui/times";
import { Disclosure } from "../wire/Disclosure";
import { TypedData } from "../wire/TypedData";
import type { CallRecord } from "./callTypes";

/** The words of the signature, before the wallet shows its own. */
export function SignNote({ record, seller }: { record: CallRecord; seller: string }) {
  const { quote, sign } = record;
  if (!quote || !sign) return null;
  const until = clockUtc(new Date(Number(sign.authorization.validBefore) * 1000));
  return (
    <Note>
      <div className="font-strong">You are about to sign this:</div>
      <p className="my-0.5 text-3">
        Let <Hash value={quote.terms.payTo} copy={false} className="text-2" /> take exactly{" "}
        <b className="num font-strong">{formatUsdc(BigInt(quote.terms.amount))} USDC</b> from your wallet, once, before{" "}
        <span className="num">{until}</span>.
      </p>
      <Disclosure summary="See the typed data">
        <TypedData authorization={sign.authorization} amount={quote.terms.amount} seller={seller} />
      </Disclosure>
    </Note>
  );
}
