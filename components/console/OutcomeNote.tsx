import { Hash } from "../ui/Hash";
import { Money } from "../ui/Money";
import { Note } from "../ui/Note";
import { clockUtc } from "../ui/times";
import type { CallState } from "./callTypes";

/** Not charged, failed or being checked: why, what it cost, what to do. */
export function OutcomeNote({ state }: { state: CallState }) {
  const { phase, record } = state;
  if (!record) return null;
  const ends = record.sign ? clockUtc(new Date(Number(record.sign.authorization.validBefore) * 1000)) : null;
  if (phase === "unknown") {
    return (
      <Note tone="warn">
        <b className="block text-3 leading-5.5 font-strong">
          The chain has not told us yet if <Money atomic={record.quote?.terms.amount ?? "0"} /> moved.
        </b>
        <span className="text-3 leading-5.5">
          Do not sign again. We ask with every block and this page changes by itself, at the latest when your signature ends
          {ends ? (
            <>
              {" "}
              at <span className="num">{ends}</span>
            </>
          ) : null}
          .
        </span>
      </Note>
    );
  }
  const { refusal } = record;
  if (!refusal || (phase !== "not_charged" && phase !== "failed")) return null;
  const sent = record.paid !== null;
  return (
    <Note tone={phase === "failed" ? "bad" : "plain"}>
      <b className="block text-3 leading-5.5 font-strong">{refusal.message}</b>
      <span className="text-3 leading-5.5">
        {refusal.hint}{" "}
        {phase === "not_charged" && sent && ends ? (
          <>
            Your signature was not sent to the chain and ends by itself at <span className="num">{ends}</span>.{" "}
          </>
        ) : null}
        <code className="num text-1 text-ink-3">{refusal.reason ?? refusal.code}</code>
      </span>
    </Note>
  );
}

/** The payment's id, for whoever asks about it later. */
export function PaymentId({ id }: { id: string }) {
  return (
    <p className="text-2 text-ink-3">
      Payment <Hash value={id} what="payment id" head={8} />
    </p>
  );
}
