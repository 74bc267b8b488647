import type { Metadata } from "next";
import Link from "next/link";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { WHY } from "@/components/doctor/whyChecks";
import { CHECKS } from "@/lib/doctor/checks/table";

export const metadata: Metadata = {
  title: "Why am I not listed?",
  description: "What keeps a tool off the shelves, check by check, and how to find out which one it is.",
};

export default function NotListedPage() {
  return (
    <>
      <DocHead title="Why am I not listed?">A tool stands on the shelves when payers can use it. Here is what keeps it off.</DocHead>
      <DocSection id="find-out" title="Find out which">
        <p>
          Give its address to the{" "}
          <Link href="/doctor" className="link">
            listing doctor
          </Link>
          . It calls your tool as a stranger would, shows what it got, and says what to change. It costs nothing, moves no money, and you
          can ask it as often as you mend something. The link to its report can be sent to whoever looks after your server.
        </p>
      </DocSection>
      <DocSection id="first" title="The four that are nearly always it">
        <DocTable
          label="Common mistakes"
          rows={[
            {
              key: "amount",
              term: "The price is written in dollars",
              text: (
                <>
                  Write atomic units in a string: <Mono>"5000"</Mono>, not <Mono>0.005</Mono> and not <Mono>5000</Mono>.
                </>
              ),
            },
            {
              key: "proxy",
              term: "The proxy hides your address",
              text: (
                <>
                  The terms say <Mono>http://localhost:3000</Mono>. Take the public address from a setting, or trust{" "}
                  <Mono>X-Forwarded-Proto</Mono> and <Mono>X-Forwarded-Host</Mono> of your own proxy.
                </>
              ),
            },
            {
              key: "name",
              term: "The token goes by another name",
              text: (
                <>
                  <Mono>extra.name</Mono> is <Mono>USD Coin</Mono> on Base and <Mono>USDC</Mono> on Base Sepolia, <Mono>extra.version</Mono>{" "}
                  is <Mono>2</Mono> on both.
                </>
              ),
            },
            {
              key: "input",
              term: "The input is looked at first",
              text: "An empty call must give 402 too. Ask for money first, and look at the input when there is a payment.",
            },
          ]}
        />
      </DocSection>
      <DocSection id="checks" title="All checks">
        <p>
          What fails has to be mended. What is worth a look keeps some payers away and not others. The name at the left is the{" "}
          <Mono>id</Mono> in the report.
        </p>
        <DocTable
          label="Checks"
          rows={CHECKS.map(({ id, title }) => ({
            key: id,
            id,
            term: (
              <>
                {title}
                <span className="mt-0.5 block text-1 text-ink-3">
                  <Mono>{id}</Mono>
                </span>
              </>
            ),
            text: WHY[id],
          }))}
        />
      </DocSection>
    </>
  );
}
