import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { Mono } from "@/components/docs/Mono";
import { paidCurl, unpaidCurl, v1Client } from "@/components/docs/payingCode";
import { readableJson } from "@/components/docs/readableJson";
import { WireText } from "@/components/docs/WireText";
import { paymentText, paymentTextV1, receiptText, typedDataText } from "@/components/docs/wireExamples";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { db } from "@/db/client";
import { latestPayments } from "@/db/queries/latestPayments";
import { paymentNetwork } from "@/lib/chains";
import { listings } from "@/lib/discovery/listing";
import { snippets } from "@/lib/discovery/snippets";
import { env } from "@/lib/env";
import { challenge, paymentRequired } from "@/lib/payments/challenge";
import { decodeHeader } from "@/lib/payments/wire";
import { findTool } from "@/lib/tools/registry";
import { tryLedger } from "@/lib/tryLedger";

export const metadata: Metadata = {
  title: "Pay from an agent",
  description: "Call a tool, get a price, sign it, get the answer: with any x402 client, or by hand with curl.",
};

export default async function DocsPage() {
  const origin = await pageOrigin();
  const [listing] = await listings(origin);
  const tool = listing && findTool(listing.definition.slug);
  if (!listing || !tool) return <DocHead title="Pay from an agent">There is no tool on the shelf yet.</DocHead>;

  const { local, network } = env();
  const { v1Name, name: networkName } = paymentNetwork(network);
  const { url, price, requirements: terms, definition } = listing;
  const input = listing.example;
  const facts = { url, input, v1Network: v1Name, price };
  const code = snippets({ origin, slug: definition.slug, input, network, price }).filter(({ name }) => name !== "curl" && name !== "MCP");
  const offer = decodeHeader(paymentRequired(challenge(tool, { resource: url, method: "POST" })).headers["PAYMENT-REQUIRED"] ?? "");
  const { extensions: _, ...shownOffer } = offer ?? {};
  const settled = await tryLedger(() => latestPayments(db(), { tool: definition.slug, state: "settled", limit: 1 }));
  const payment = settled?.[0];

  return (
    <>
      <DocHead title="Pay from an agent">
        Your software calls a tool, is told the price, signs it, and gets the answer. No account, no key, no minimum. When there is no
        answer, nothing is charged.
      </DocHead>
      <DocSection id="need" title="What you need">
        <p>
          A private key whose address holds <b>USDC on {networkName}</b>. No ETH: the market pays the gas. A call of{" "}
          <Mono>{definition.slug}</Mono> costs <b className="num">{price}</b>.
        </p>
        {local ? (
          <>
            <p>This market runs on a local chain, so any key will do: it fills every wallet with test USDC that is worth nothing.</p>
            <CodeBlock
              tabs={[
                { name: "Fill a wallet", code: `curl ${origin}/api/devnet/faucet --json '{"address":"0x…"}'` },
                { name: "Or pay with the test wallet", code: `npm run call -- ${definition.slug} '${JSON.stringify(input)}'` },
              ]}
            />
          </>
        ) : null}
      </DocSection>
      <DocSection id="clients" title="With an x402 client">
        <p>
          Any of them works as it is, version 1 or 2 of the protocol, <Mono>GET</Mono> or <Mono>POST</Mono>. Put a key into{" "}
          <Mono>EVM_PRIVATE_KEY</Mono>; it signs, and never leaves your machine.
        </p>
        <CodeBlock tabs={[...code.slice(0, 1), v1Client(facts), ...code.slice(1)]} />
        <p>
          For TypeScript: <Mono>npm install @x402/fetch @x402/evm viem</Mono> for version 2, <Mono>npm install x402-fetch</Mono> for version
          1.
        </p>
      </DocSection>
      <DocSection id="by-hand" title="By hand, with curl">
        <p>
          <b>1. Ask without paying.</b> It is free. The answer is <Mono>402</Mono>, its terms stand in the <Mono>PAYMENT-REQUIRED</Mono>{" "}
          header (base64 of JSON), and once more in the body for version 1.
        </p>
        <CodeBlock tabs={unpaidCurl(facts)} />
        <WireText title="PAYMENT-REQUIRED, decoded (without the schemas that it also carries)" text={readableJson(shownOffer)} />
        <p>
          <b>2. Sign one entry of accepts.</b> The wallet signs an EIP-3009 authorization as typed data (EIP-712): exactly this amount, to
          exactly this address, once, and only for a while. It moves nothing by itself.
        </p>
        <WireText title="What the wallet signs" text={typedDataText(terms)} />
        <p>
          <b>3. Ask again, with the payment.</b> The same request, and base64 of this in <Mono>PAYMENT-SIGNATURE</Mono> (version 2) or{" "}
          <Mono>X-PAYMENT</Mono> (version 1).
        </p>
        <WireText title="payment.json, version 2" text={paymentText(terms)} />
        <WireText title="payment.json, version 1" text={paymentTextV1(terms, v1Name)} />
        <CodeBlock tabs={paidCurl(facts)} />
        <p>
          <b>4. Read the answer and the receipt.</b> <Mono>200</Mono> comes once the transfer is in a block. The receipt is in{" "}
          <Mono>PAYMENT-RESPONSE</Mono> (version 2) or <Mono>X-PAYMENT-RESPONSE</Mono> (version 1), and <Mono>X-Payment-Id</Mono> names its{" "}
          {payment ? (
            <Link href={`/payments/${payment.id}`} className="link text-ink">
              public page
            </Link>
          ) : (
            "public page"
          )}
          .
        </p>
        {payment ? <WireText title="PAYMENT-RESPONSE, decoded: the newest one of this tool" text={receiptText(payment)} /> : null}
        <p>
          What else can come back stands in{" "}
          <Link href="/docs/protocol" className="link text-ink">
            The protocol here
          </Link>{" "}
          and{" "}
          <Link href="/docs/errors" className="link text-ink">
            Errors
          </Link>
          .
        </p>
      </DocSection>
      <DocSection id="machines" title="For machines that read by themselves">
        <p>
          <a href="/openapi.json" className="link text-ink">
            openapi.json
          </a>{" "}
          has every tool with its schemas and prices,{" "}
          <a href="/llms.txt" className="link text-ink">
            llms.txt
          </a>{" "}
          the same in plain words,{" "}
          <a href="/.well-known/x402" className="link text-ink">
            .well-known/x402
          </a>{" "}
          is for discovery, and{" "}
          <a href="/api/catalog" className="link text-ink">
            /api/catalog
          </a>{" "}
          is the shelf as JSON. All are made from the same definitions as this page.
        </p>
      </DocSection>
      <DocSection id="sellers" title="If a tool is paid to your wallet">
        <p>
          Sign in on the{" "}
          <Link href="/dashboard" className="link text-ink">
            dashboard
          </Link>{" "}
          with that wallet. You see every payment to it and nobody else's: revenue, paid calls, what share was answered, how many payers,
          and each payment step by step, with its transaction. Filter it, and download it as CSV. The money is in your wallet with each
          settlement; the market never holds it.{" "}
          <Link href="/docs/sell" className="link text-ink">
            How to sell your own
          </Link>
          .
        </p>
      </DocSection>
    </>
  );
}
