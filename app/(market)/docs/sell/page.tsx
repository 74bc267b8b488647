import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { proofCode, verifyCode } from "@/components/docs/sellCode";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";

export const metadata: Metadata = {
  title: "Sell a tool",
  description: "From an HTTP API and a wallet to the first paid call: what you place where, what your API receives, and what is charged.",
};

const HOST = "api.kestrel.example";

export default async function SellPage() {
  const { network: chain, local } = env();
  const { name: network } = paymentNetwork(chain);
  const origin = await pageOrigin();
  return (
    <>
      <DocHead title="Sell a tool">
        You have an HTTP API. Agents pay for each call of it, straight to your wallet. The market asks for the money, settles it and pays
        the gas; it never holds what is yours.
      </DocHead>
      <DocSection id="steps" title="From a wallet to the first sale">
        <DocTable label="Steps" rows={STEPS.map(({ term, text }, step) => ({ key: term, side: String(step + 1), term, text }))} />
        <div>
          <ButtonLink href="/dashboard" variant="ink">
            Open the dashboard
          </ButtonLink>
        </div>
      </DocSection>
      <DocSection id="account" title="Handle, name and address">
        <p>
          The handle stands in the address of everything you sell, <Mono>{`${origin}/api/v1/g/kestrel/…`}</Mono>, and is given once: 3 to 30
          letters, digits and single dashes. A handle or a name that could be taken for the market's or for another seller's is refused, and
          you are told whose.
        </p>
        <p>
          Sales are paid in USDC on {network} to the wallet that you sign in with. To have them paid elsewhere, your wallet signs a text
          that names the old and the new address. The text and its signature stay in your public history, so that payers can check who moved
          the money's way, and when.
        </p>
      </DocSection>
      <Proof sampleApi={local?.sampleApi ?? null} />
      <Upstream />
      <DocSection id="charged" title="What is charged">
        <p>
          A call is charged when your API has answered. An answer of 500 or above, none in time, one that is too large, one that breaks the
          schema that you promised, or a connection that fails is no answer, and the payer's money does not move.
        </p>
        <p>
          Answers of 400 to 499 are not charged either, unless you say for a listing that they are; then it says so before anybody pays.
          401, 402, 403, 407, 408 and 429 are never charged: they are between your API and the market.
        </p>
      </DocSection>
      <DocSection id="afterwards" title="Afterwards">
        <p>
          <b>Refunds.</b> From a payment's page you give back all of it or a part. Your wallet signs a transfer to the payer, the market
          settles it and pays the gas, and the receipt shows both. Together they are never more than what was paid.
        </p>
        <p>
          <b>Automatic refunds.</b> By one signature (EIP-2612) you may allow the market to give back up to an amount for you. A payment
          that settled though its answer broke off is then returned by itself. When little of it is left, you are told.
        </p>
        <p>
          <b>Disputes.</b> For seven days after a call its payer may complain, proving itself by a signature of the wallet that paid. You
          give the money back, or decline with words that everybody can read. Silence for seven days counts as lost, and is refunded where
          you have allowed it.
        </p>
        <p>
          <b>Webhooks.</b> Your servers are told what happens to payments, refunds, disputes and listings, signed as Standard Webhooks
          describes, each at least once. An endpoint that does not answer is tried again for a day.{" "}
          <Page href="/docs/webhooks">What is sent, and how to check it</Page>.
        </p>
      </DocSection>
    </>
  );
}

const SETTINGS = <Page href="/dashboard/settings">Settings</Page>;

const STEPS: readonly { term: string; text: ReactNode }[] = [
  {
    term: "Sign in with a wallet",
    text: (
      <>
        On the <Page href="/dashboard">dashboard</Page>. You sign a message; it costs nothing and moves no money.
      </>
    ),
  },
  { term: "Take a handle and a name", text: <>In {SETTINGS}. Buyers see both.</> },
  { term: "Describe your API", text: "By an OpenAPI document, or one endpoint by hand. Choose what you sell, and a price for each call." },
  { term: "Prove that its host is yours", text: "By a file on it, or by a TXT record of its name. Nothing goes public before." },
  { term: "Publish", text: "The market looks at it as a payer would, and tells you what to mend. Then it stands on the shelf." },
  {
    term: "Buy it yourself, once",
    text: "You see both sides: what a payer gets, and the payment in your dashboard, settled to your wallet.",
  },
];

function Page({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link text-ink">
      {children}
    </Link>
  );
}

function Proof({ sampleApi }: { sampleApi: string | null }) {
  return (
    <DocSection id="proof" title="Prove that the host is yours">
      <p>
        {SETTINGS} gives you a line with your wallet and a token. Put it into a plain text file on the host itself, or into a TXT record
        beside its name. One of the two is enough, and other lines may stand around it.
      </p>
      <CodeBlock label="Where to put the proof" tabs={proofCode(HOST)} />
      <p>
        The file has to answer <Mono>200</Mono> as <Mono>text/plain</Mono>, with at most 64 KiB, from this very host: a redirect to another
        one is not followed. A port that is not its scheme's own belongs to the host's name. A look that finds nothing tells you what it
        found instead.
      </p>
      <p>
        Leave it in place. The market looks again every six hours. Gone twice within at least a quarter of an hour, or out of reach for two
        days, and all that you sell from that host goes off the shelves, with the reason on{" "}
        <span className="text-ink">your public page</span>. Put it back, check it, and publish again. When another wallet proves the same
        host, it is that wallet's from then on.
      </p>
      {sampleApi ? (
        <p>
          This market runs on a local chain. To try all of it, sell the sample API at <Mono>{`${sampleApi}/openapi.json`}</Mono>: it keeps
          the proof that anybody sends it by <Mono>PUT</Mono>.
        </p>
      ) : null}
    </DocSection>
  );
}

const HEADERS = [
  { name: "X-Coinslot-Payer", text: "The wallet that pays for this call." },
  { name: "X-Coinslot-Payment", text: "The payment's id. The same id is never charged twice." },
  { name: "X-Coinslot-Tool", text: "What was called, such as kestrel/weather/forecast." },
  { name: "X-Coinslot-Timestamp", text: "When it was sent, in seconds since 1970." },
  { name: "X-Coinslot-Signature", text: "v1= and the HMAC-SHA256, in hexadecimal, with your listing's signing key." },
] as const;

function Upstream() {
  return (
    <DocSection id="upstream" title="What your API receives">
      <p>
        The call as your document describes it, with the key that you left for your API, and these headers. Payer and payment are missing on
        a call that nobody pays for. Cookies are never given on, in either direction.
      </p>
      <DocTable label="Headers" rows={HEADERS.map(({ name, text }) => ({ key: name, term: <Mono>{name}</Mono>, text }))} />
      <p>
        A redirect is followed for a <Mono>GET</Mono> only, three times at the most; your key and these headers go to your own host and
        nowhere else.
      </p>
      <p>
        <b>Check the signature</b>, and nobody can call your API past the market. It covers timestamp, method, path with its query, the
        body's sha256, payer and payment, joined by full stops. Where your API's own key goes along in the query, that parameter is not
        signed.
      </p>
      <CodeBlock label="How to check a call" tabs={verifyCode} />
    </DocSection>
  );
}
