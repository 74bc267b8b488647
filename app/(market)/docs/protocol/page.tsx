import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { readableJson } from "@/components/docs/readableJson";
import { WireText } from "@/components/docs/WireText";
import { db } from "@/db/client";
import { latestPayments } from "@/db/queries/latestPayments";
import { ANSWER_KEPT_SECONDS } from "@/db/queries/outcomes";
import { findPayment } from "@/db/queries/payments";
import { paymentNetwork } from "@/lib/chains";
import { HEADERS, STATUSES } from "@/lib/discovery/protocolTables";
import { env } from "@/lib/env";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/maxTimeout";
import { answerProofText } from "@/lib/payments/payersAnswer";
import { OFFER_SECONDS } from "@/lib/payments/priceLock";
import { tryLedger } from "@/lib/tryLedger";

export const metadata: Metadata = {
  title: "The protocol here",
  description: "x402 versions 1 and 2 as this market speaks them: headers, statuses, what a payment is bound to, receipts.",
};

export default async function ProtocolPage() {
  const { network } = env();
  const { v1Name, name, asset } = paymentNetwork(network);
  const settled = await tryLedger(() => latestPayments(db(), { state: "settled", limit: 1 }));
  const newest = settled?.[0];
  const receipt = newest ? await tryLedger(() => findPayment(db(), newest.id)) : null;
  return (
    <>
      <DocHead title="The protocol here">
        x402 is HTTP's status 402 put to use: a price in the response, a signed payment in the next request.
      </DocHead>
      <DocSection id="versions" title="Versions">
        <p>
          Every route speaks both versions at once, by <Mono>GET</Mono> with a query and by <Mono>POST</Mono> with JSON. The version is read
          from the payment itself, and the receipt comes in the version that you paid in. The scheme is <Mono>exact</Mono>: an EIP-3009
          authorization of USDC (<Mono>{asset.address}</Mono>) on {name}, <Mono>{network}</Mono> in version 2 and <Mono>{v1Name}</Mono> in
          version 1.
        </p>
      </DocSection>
      <DocSection id="headers" title="Headers">
        <DocTable label="Headers" rows={HEADERS.map(({ name: header, text }) => ({ key: header, term: <Mono>{header}</Mono>, text }))} />
        <p>Pages of other sites may read all of them: CORS exposes them, and there is no cookie on a paid route.</p>
      </DocSection>
      <DocSection id="statuses" title="Statuses">
        <DocTable
          label="Statuses"
          rows={STATUSES.map(({ status, title, text }) => ({ key: `${status}${title}`, side: status, term: title, text }))}
        />
        <p>
          Each code is listed under{" "}
          <Link href="/docs/errors" className="link text-ink">
            Errors
          </Link>
          . An input that does not fit is told to you as 400 before any money is asked for; a request without any input gets the 402 with
          both schemas.
        </p>
      </DocSection>
      <DocSection id="bound" title="What binds a payment">
        <p>
          A payment is claimed for one request, before the tool runs: the method, the path and the input, with its keys in order, so that
          white space does not matter. It is good once. You choose when the authorization ends (<Mono>validBefore</Mono>), but not sooner
          than the call can be settled: sign it for the <Mono>maxTimeoutSeconds</Mono> ({MAX_TIMEOUT_SECONDS} s) of the terms.
        </p>
      </DocSection>
      <DocSection id="copies" title="The same payment again">
        <p>
          <b>With the same request</b>, it gets the same answer, while the first one runs and for {ANSWER_KEPT_SECONDS / 3600} h after it.
          The tool does not run again and nothing is charged again. So a lost connection costs nothing: send it once more.
        </p>
        <p>
          <b>With another request</b>, it gets 409 with <Mono>Retry-After</Mono> while the first one is under way, and a 402 with fresh
          terms once that has settled.
        </p>
        <p>
          <b>After no answer</b>, the authorization is free again: use it for whatever you like, or let it end.
        </p>
        <p>
          <b>Under a name of your own</b> (extension <Mono>payment-identifier</Mono>, 16 to 128 letters, digits, <Mono>-</Mono> or{" "}
          <Mono>_</Mono>), even a new signature for the same request gets the first one&apos;s answer and is not charged; for another
          request it gets 409. Names belong to their payer.
        </p>
      </DocSection>
      <DocSection id="quote" title="The price, free and fixed for a while">
        <p>
          <Mono>{"POST /api/v1/<tool>/quote"}</Mono> with the input says the exact price, the terms to sign, until when they are good, and
          whether the call would run now. Terms from a quote or a 402 can be paid for {OFFER_SECONDS / 60} minutes, though the price may
          have changed since.
          {env().usdPerEth === null
            ? null
            : " While gas is dear, a call costs at least what its settlement does; every place here names that price."}
        </p>
      </DocSection>
      <DocSection id="wallets" title="Smart wallets">
        <p>
          A wallet that is a contract pays like any other: its own check decides on the signature (EIP-1271). One that has yet to be put up
          can send the wrapped form (EIP-6492), when its factory is one that this market knows; it is put up in the transaction that settles
          its payment.
        </p>
      </DocSection>
      <DocSection id="unknown" title="202: the payment is being checked">
        <p>
          Sometimes the chain does not tell in time whether a transfer went through. You get 202 with a <Mono>status_url</Mono>, never a
          402, because the money may have moved. <b>Do not sign again.</b> The market looks at the chain every few seconds until it knows.
          Once <Mono>status_url</Mono> says <Mono>settled</Mono>, send the same request with the same payment: your answer was kept.
        </p>
      </DocSection>
      <DocSection id="receipts" title="Receipts">
        <p>
          Every payment has an id, in the <Mono>X-Payment-Id</Mono> header. <Mono>{"GET /api/payments/<id>"}</Mono> (and{" "}
          <Mono>{"/api/v1/payments/<id>"}</Mono>) is its public receipt as JSON, <Mono>{"/payments/<id>"}</Mono> the same for people.
          Neither shows what was asked or answered, nor the signature. Its payer can read the kept answer there: signed in with that wallet,
          or with <Mono>{"Authorization: Payer <unix seconds>.<signature>"}</Mono>, the signature (<Mono>personal_sign</Mono>) of{" "}
          <Mono>{answerProofText("<id>", 0).replace("0.", "<unix seconds>.")}</Mono>
        </p>
        {receipt ? <WireText title={`GET /api/payments/${receipt.id}`} text={readableJson(receipt)} /> : null}
        <p>
          <Mono>state</Mono> is <Mono>claimed</Mono>, <Mono>running</Mono>, <Mono>queued</Mono> or <Mono>submitted</Mono> while it is under
          way, then <Mono>settled</Mono>, <Mono>released</Mono> (no answer, not charged) or <Mono>failed</Mono> (the chain refused it, no
          money moved). <Mono>unknown</Mono> is being checked.
        </p>
      </DocSection>
      <DocSection id="timing" title="Where the time went">
        <p>
          <Mono>Server-Timing</Mono> on a paid answer has the milliseconds of <Mono>verify</Mono>, <Mono>run</Mono> and <Mono>settle</Mono>.
        </p>
      </DocSection>
    </>
  );
}
