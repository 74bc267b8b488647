import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { facilitatorCode } from "@/components/docs/facilitatorCode";
import { FACILITATOR_ANSWERS, facilitatorLimits } from "@/components/docs/facilitatorTables";
import { Mono } from "@/components/docs/Mono";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { FACILITATOR_LIMITS } from "@/lib/facilitator/limits";
import { servesOthers } from "@/lib/facilitator/serves";

export const metadata: Metadata = {
  title: "Use our facilitator",
  description: "Have the payments of your own x402 server checked and settled by this market, gas included.",
};

export default async function FacilitatorPage() {
  const url = `${await pageOrigin()}/api/facilitator`;
  const { network, local } = env();
  const { name, v1Name } = paymentNetwork(network);
  if (!servesOthers()) {
    return <DocHead title="Use our facilitator">This market settles for itself alone, so there is nothing here for other servers.</DocHead>;
  }
  return (
    <>
      <DocHead title="Use our facilitator">
        You sell with a server of your own. This market checks each payment against the chain and brings it there. The gas is ours, the
        money goes from the payer to you and never through us.
      </DocHead>
      <DocSection id="start" title="Point your server at it">
        <p>
          The address is <Mono>{url}</Mono>. {local ? "On this local chain it is open to everybody." : <KeyNeeded />}
        </p>
        <CodeBlock tabs={facilitatorCode({ url, network, keyed: local === null })} />
      </DocSection>
      <DocSection id="what" title="What it does">
        <p>
          It speaks versions 1 and 2, scheme <Mono>exact</Mono>, USDC on {name} (<Mono>{network}</Mono>, <Mono>{v1Name}</Mono> in version
          1), to any payee, of any amount above zero. <Mono>POST /verify</Mono> makes the very transfer in a call that leaves no trace, so
          what it calls valid the chain would take. Smart wallets are checked by their own code.
        </p>
        <p>
          <Mono>POST /settle</Mono> sends it. Payments that come while one transaction is on its way share the next one, yours with the
          market's and everybody's: a payment alone takes 86,000 gas, one of many about 45,000. You do nothing for it, and each payment has
          its own outcome.
        </p>
        <p>
          Settle a payment before you hand out what was paid for, and hand it out once: <Mono>verify</Mono> alone moves no money, and copies
          of one payment that you settle at the same time all get its one transaction.
        </p>
      </DocSection>
      <DocSection id="answers" title="What settle answers">
        <DocTable label="Answers of settle" rows={FACILITATOR_ANSWERS} />
        <p>
          All reasons are listed under{" "}
          <Link href="/docs/errors#reasons" className="link text-ink">
            Errors
          </Link>
          . Asked again, by the same caller with the same signature, settle waits for the first and answers the same for{" "}
          {FACILITATOR_LIMITS.repeatSeconds / 60} minutes after it. Then the authorization is used, like for everybody.
        </p>
      </DocSection>
      <DocSection id="limits" title="Limits">
        <DocTable label="Limits of the facilitator" rows={facilitatorLimits(local === null)} />
      </DocSection>
    </>
  );
}

function KeyNeeded() {
  return (
    <>
      <Mono>/verify</Mono> and <Mono>/settle</Mono> want a key of this market in <Mono>Authorization: Bearer</Mono>; its operator hands them
      out.
    </>
  );
}
