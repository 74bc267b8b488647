import type { Metadata } from "next";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { FAULTS } from "@/db/queries/claims";
import { ANSWER_KEPT_SECONDS } from "@/db/queries/outcomes";
import { VOLUME_DAYS } from "@/db/queries/volume";
import { SESSION_SECONDS } from "@/lib/auth/sessionCookie";
import { SIGN_IN_MINUTES } from "@/lib/auth/signInMessage";
import { MAX_INPUT_BYTES } from "@/lib/payments/input";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/maxTimeout";
import { OFFER_SECONDS } from "@/lib/payments/priceLock";
import { catalog } from "@/lib/tools/catalog";

export const metadata: Metadata = { title: "Limits", description: "Sizes, time-outs, and how long answers are kept." };

export default function LimitsPage() {
  return (
    <>
      <DocHead title="Limits">How much, how long, how often. What is over a limit is refused before it costs anything.</DocHead>
      <DocSection id="sizes" title="Sizes">
        <DocTable
          label="Sizes"
          rows={[
            {
              key: "body",
              term: "A request's body",
              text: <>{MAX_INPUT_BYTES / 1024} KiB of JSON. More is 413, and nothing is charged.</>,
            },
            {
              key: "query",
              term: (
                <>
                  A <Mono>GET</Mono> request
                </>
              ),
              text: "The input as a query. What does not fit into an address belongs into a POST.",
            },
            {
              key: "open",
              term: "Calls of one wallet at the same time",
              text: "As many as its USDC pays for. The rest get a 402 before anything is run.",
            },
            {
              key: "faults",
              term: "A wallet whose payments fail on the chain",
              text: (
                <>
                  After {FAULTS.most} within {FAULTS.seconds / 60} minutes it has to wait: 429 <Mono>payer_slowed</Mono>, nothing charged.
                </>
              ),
            },
            { key: "price", term: "A payment", text: "Exactly the price, in USDC with 6 decimals. Not less, not more." },
          ]}
        />
      </DocSection>
      <DocSection id="times" title="Times">
        <DocTable
          label="Times"
          rows={[
            ...catalog.map((tool) => ({
              key: tool.slug,
              term: (
                <>
                  An answer of <Mono>{tool.slug}</Mono>
                </>
              ),
              text: <>{tool.timeoutMs / 1000} s. Later is no answer: 504, not charged.</>,
            })),
            {
              key: "terms",
              term: (
                <>
                  From the 402 to settlement (<Mono>maxTimeoutSeconds</Mono>)
                </>
              ),
              text: (
                <>
                  {MAX_TIMEOUT_SECONDS} s. Let your authorization be good for that long; one that ends before the call could be settled is
                  refused.
                </>
              ),
            },
            { key: "offer", term: "How long named terms are good", text: <>{OFFER_SECONDS / 60} minutes, from the 402 or the quote.</> },
            {
              key: "kept",
              term: "How long your answer is kept for you",
              text: (
                <>
                  {ANSWER_KEPT_SECONDS / 3600} h. Until then the same payment with the same request gets it again. Then it is deleted; the
                  receipt stays.
                </>
              ),
            },
            {
              key: "question",
              term: "How long your question is kept",
              text: "It is not. The ledger has a hash of it, so that a payment is good for one request only.",
            },
          ]}
        />
      </DocSection>
      <DocSection id="volume" title="Raw and filtered volume">
        <p>
          Raw volume is every settled call of this market. The <a href="/explorer">explorer</a> also shows it without payments that say
          nothing about demand, and names the two kinds apart. Both are read from this ledger alone, over the {VOLUME_DAYS} days that are
          shown:
        </p>
        <DocTable
          label="What filtered volume leaves out"
          rows={[
            {
              key: "own",
              term: "Payer and payee, one owner",
              text: "The payer is an address that a tool of this market is paid on: the payee's own wallet, or another seller's.",
            },
            {
              key: "circular",
              term: "Money that goes in a circle",
              text: "Not of the first kind, and the payee has paid the payer within these days too, through this market or its facilitator.",
            },
          ]}
        />
        <p>An owner with wallets that never met in this ledger is not noticed. Payments settled for other servers are in neither figure.</p>
      </DocSection>
      <DocSection id="sellers" title="For sellers">
        <DocTable
          label="Limits for sellers"
          rows={[
            { key: "sign-in", term: "A sign-in message", text: <>Good once, for {SIGN_IN_MINUTES} minutes, on this site and network.</> },
            { key: "session", term: "A session", text: <>{SESSION_SECONDS / 86_400} days, or until you sign out.</> },
          ]}
        />
      </DocSection>
    </>
  );
}
