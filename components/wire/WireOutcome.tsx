import type { CallRecord, Phase } from "../console/callTypes";
import { formatMs } from "../ui/formatMs";
import { Hash } from "../ui/Hash";
import { Disclosure } from "./Disclosure";
import { RawText } from "./RawText";
import { WireStep } from "./WireStep";

type Props = { record: CallRecord; phase: Phase; slug: string; ends: string; txHref: string | null };

/** What the server did with the paid request, and how it answered. */
export function WireOutcome({ record, phase, slug, ends, txHref }: Props) {
  const { paid, payment, refusal } = record;
  const reply = paid?.reply ?? null;
  if (!paid) return null;
  const { verify, run, settle } = reply?.timing ?? {};
  const ran = run !== undefined;
  const runAt = paid.at + (verify ?? 0);
  const settleAt = runAt + (run ?? 0);
  const endAt = paid.at + (reply?.ms ?? 0);
  const answered = ran && (settle !== undefined || phase === "settled" || payment?.times.answered);
  return (
    <>
      {verify === undefined ? null : (
        <WireStep at={paid.at} dot="machine" title="Verified and claimed" side={formatMs(verify)}>
          Signature is yours, balance covers it, nonce is new, and this payment now belongs to this request only.
        </WireStep>
      )}
      {ran ? (
        <WireStep at={runAt} dot={answered ? "machine" : "bad"} title={answered ? `Run ${slug}` : "Run: no answer"} side={formatMs(run)}>
          {answered
            ? runNote(reply?.body)
            : `${refusal?.reason ?? refusal?.code}: ${refusal?.message ?? ""} The tool stopped before settlement.`}
        </WireStep>
      ) : null}
      {payment?.transaction && (settle !== undefined || phase === "settled") ? (
        <WireStep
          at={settleAt}
          dot={phase === "failed" ? "bad" : "good"}
          title={phase === "failed" ? "The chain refused it" : "Settled"}
          side={settle === undefined ? null : formatMs(settle)}
        >
          {batchNote(payment.batchSize, payment.gasUsed)}{" "}
          <Hash value={payment.transaction} what="transaction" href={txHref} className="text-2" />
          {payment.block ? (
            <>
              {" "}
              in block <span className="num text-2">{Number(payment.block).toLocaleString("en")}</span>.
            </>
          ) : null}
        </WireStep>
      ) : null}
      {phase === "unknown" ? (
        <WireStep at={endAt} dot="you" title="Being checked" last>
          The settlement was sent and has not been seen in a block yet.
        </WireStep>
      ) : null}
      {phase === "settled" && reply ? (
        <WireStep
          at={endAt}
          dot="good"
          title="200, with the answer"
          side={reply.receipt ? `PAYMENT-RESPONSE, ${reply.receipt.length.toLocaleString("en")} B` : null}
          last
        >
          {reply.receipt ? (
            <Disclosure summary="Show raw">
              <RawText text={reply.receipt} what="PAYMENT-RESPONSE" />
            </Disclosure>
          ) : null}
        </WireStep>
      ) : null}
      {(phase === "not_charged" || phase === "failed") && reply ? (
        <WireStep at={endAt} dot="request" title={`${reply.status}, not charged`} last>
          {phase === "failed" ? "No money moved." : "Nothing was sent to the chain."} Your signature ends by itself at {ends}.
        </WireStep>
      ) : null}
    </>
  );
}

/** What the answer itself says of its work. */
function runNote(body: unknown): string | null {
  const said = (typeof body === "object" && body !== null ? body : {}) as { checks_run?: unknown; as_of_block?: unknown };
  const checks = typeof said.checks_run === "number" ? `${said.checks_run} checks` : null;
  const block = typeof said.as_of_block === "number" ? `as of block ${said.as_of_block.toLocaleString("en")}` : null;
  const parts = [checks, block].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : null;
}

function batchNote(batchSize: number | null, gasUsed: string | null): string {
  const count = batchSize && batchSize > 1 ? `${batchSize} payments in one transaction` : "One transaction";
  const gas = gasUsed
    ? `, gas ${Number(gasUsed).toLocaleString("en")}${batchSize && batchSize > 1 ? " for yours" : ""}, paid by us.`
    : ", gas paid by us.";
  return count + gas;
}
