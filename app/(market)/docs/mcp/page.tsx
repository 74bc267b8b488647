import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { BRIDGE_FLAGS, bridgeConfigs, CONFIG_FILES, httpConfigs } from "@/components/docs/mcpCode";
import { callText, paidText, unpaidText } from "@/components/docs/mcpExamples";
import { WireText } from "@/components/docs/WireText";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { type Listing, listings } from "@/lib/discovery/listing";
import { mcpName } from "@/lib/discovery/mcpName";
import { env } from "@/lib/env";
import { MCP_LIMITS } from "@/lib/mcp/limits";

export const metadata: Metadata = {
  title: "Tools over MCP",
  description: "Every tool of the market in your agent, with configuration to copy, and a bridge that pays within a budget.",
};

export default async function McpPage() {
  const origin = await pageOrigin();
  const [listing] = await listings(origin);
  const testWallet = env().local !== null;
  return (
    <>
      <DocHead title="Tools over MCP">
        Agents that speak the Model Context Protocol find every tool of this market at one address, with its schema and its price.
      </DocHead>
      <DocSection id="bridge" title="With a bridge that pays">
        <p>
          Most agents have no wallet. The bridge stands between yours and the market: it signs with your key, on your machine, and stops at
          the limits that you give it. It is a program in this market's repository; <Mono>node</Mono> 20 or newer starts it.
        </p>
        <CodeBlock label="Agent" tabs={bridgeConfigs({ origin, testWallet })} />
        {testWallet ? (
          <p>This market runs on a local chain, so the bridge pays with its test wallet where you give it no key.</p>
        ) : (
          <p>
            Use a wallet that holds no more than you would lose calmly. The key stays in the bridge's process: it is in no log, no file of
            the bridge, and never sent.
          </p>
        )}
        <DocTable
          label="Where the configuration goes"
          rows={CONFIG_FILES.map(({ agent, file }) => ({ key: agent, term: agent, text: file }))}
        />
      </DocSection>
      <DocSection id="flags" title="The bridge's limits">
        <DocTable label="Flags" rows={BRIDGE_FLAGS.map(({ flag, text }) => ({ key: flag, term: <Mono>{flag}</Mono>, text }))} />
        <p>
          What is over a limit is refused before anything is signed, and the refusal says which flag raises it. Money is set aside before
          the signature and counts as spent until the market's ledger says otherwise. Bridges that share a wallet and a folder share the
          day.
        </p>
        <p>
          A call is never paid twice: the same call at the same time is one, a lost line sends the same payment again, and an unknown
          outcome is asked after. <Mono>npm run mcp -- --max-per-day 2</Mono> starts it by hand; it says on stderr what it spent, and the
          free tool <Mono>spending</Mono> says it to your agent.
        </p>
      </DocSection>
      <DocSection id="http" title="Without a bridge">
        <p>
          The address is <Mono>{`${origin}/mcp`}</Mono>, streamable HTTP, with or without a session. Looking around, searching and quotes
          are free; paying takes a client that holds a wallet.
        </p>
        <CodeBlock label="Agent" tabs={httpConfigs({ origin })} />
      </DocSection>
      {listing ? <PaidCall name={mcpName(listing.definition.slug)} listing={listing} /> : null}
      <DocSection id="free" title="Free tools">
        <DocTable label="Free tools" rows={FREE_TOOLS.map(({ name, text }) => ({ key: name, term: <Mono>{name}</Mono>, text }))} />
      </DocSection>
      <DocSection id="limits" title="Limits">
        <DocTable label="Limits over MCP" rows={LIMITS} />
      </DocSection>
    </>
  );
}

function PaidCall({ name, listing }: { name: string; listing: Listing }) {
  const call = { name, input: listing.example, terms: listing.requirements, url: listing.url };
  return (
    <DocSection id="paid-call" title="What a paid call looks like">
      <p>
        <b>1. Call without payment.</b> The result is an error that holds the terms, and nothing was run. Clients of version 1 find theirs
        in the second text, or alone at <Mono>/mcp?x402Version=1</Mono>.
      </p>
      <WireText title="Call" text={callText(call, false)} />
      <WireText title="Result" text={unpaidText(call)} />
      <p>
        <b>2. Sign and call again.</b> The payment is an object, or its base64, of version 1 or 2; <Mono>x402.payment</Mono> is taken as its
        name, too.
      </p>
      <WireText title="Call with payment" text={callText(call, true)} />
      <WireText title="Result" text={paidText(call)} />
      <p>
        The content comes once the payment is settled, never before. A payment made here is the same as one made over HTTP: the other door
        gives the same answer for it, and it can't be used for another call. A result with <Mono>state: "unknown"</Mono> may have been paid:
        ask <Mono>payment_status</Mono>, and do not pay again. Everything else is on{" "}
        <Link href="/docs/errors" className="link text-ink">
          Errors
        </Link>
        , and was not charged.
      </p>
    </DocSection>
  );
}

const FREE_TOOLS = [
  { name: "search_tools", text: "Finds paid tools by words, category and price." },
  { name: "quote", text: "The exact price of one call, and whether it would run now." },
  { name: "payment_status", text: "What became of a payment. Its payer, with a signature, is given the kept answer." },
  { name: "call_tool", text: "Calls a tool by name that your agent's list does not show. The tool costs what it costs." },
] as const;

const LIMITS = [
  {
    key: "page",
    term: "Tools on a page",
    text: `${MCP_LIMITS.pageSize}. Agents that read one page only find the others with search_tools.`,
  },
  {
    key: "session",
    term: "A session",
    text: `Ends ${MCP_LIMITS.idleMs / 60_000} minutes after its last use, unless its client listens. Whoever comes back is told 404.`,
  },
  {
    key: "sessions",
    term: "Sessions at the same time",
    text: `${MCP_LIMITS.sessions.toLocaleString("en")}. Beyond that you are served without one.`,
  },
  { key: "body", term: "Arguments", text: "As much as the tool's own route reads." },
  { key: "stream", term: "Streams", text: "An answer comes in one piece; a tool that can stream does so over HTTP only." },
];
