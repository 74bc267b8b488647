import type { Metadata } from "next";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Figures } from "@/components/docs/judging/Figures";
import { RuleTable } from "@/components/docs/judging/RuleTable";
import { Verdict } from "@/components/ui/Verdict";
import { readBenchmark } from "@/lib/safety/benchmark";
import { BOUNDED_BPS } from "@/lib/safety/checks/powers";
import { TAX_LINES } from "@/lib/safety/checks/trials";
import { VERDICTS, type Verdict as VerdictKey } from "@/lib/safety/verdict";
import { definition } from "@/lib/tools/token-safety/definition";

export const metadata: Metadata = {
  title: "How we judge a token",
  description: "What is tried, what each verdict means, every check with its weight, and what nobody can know.",
};

const MEANING: Record<VerdictKey, string> = {
  avoid: "You would be harmed now, or somebody has a power over you that is hidden or has no honest use.",
  unknown: "Something that decides could not be tried. It is no pass and no fail.",
  caution: "It trades. Somebody has a usual power in the open: know who, and what they answer to.",
  ok: "It trades both ways, and no power over holders was found.",
};

const GROUPS = [
  { group: "trade", title: "Trade", about: "What happens to you now, with nobody doing anything." },
  { group: "powers", title: "Powers", about: "What somebody could do to you later. Found by calling, not by a function's name." },
  { group: "ownership", title: "Ownership", about: "Who that somebody is, and whether giving up ownership ends it." },
  { group: "liquidity", title: "Liquidity and holders", about: "What you would sell into, and who could take it away." },
  { group: "truth", title: "Truth", about: "What the token says, held against what is." },
  { group: "code", title: "Code", about: "Whether what was tried today is what runs tomorrow." },
] as const;

export default function JudgingPage() {
  return (
    <>
      <DocHead title="How we judge a token">
        We try it. No list of good names, no search for bad words: a token is bought, sold and put to every use in a copy of the chain, and
        judged by what a holder suffers.
      </DocHead>
      <Method />
      <DocSection id="verdicts" title="The verdicts">
        <p>The first line that holds is the verdict.</p>
        <DocTable
          label="From checks to verdict"
          rows={VERDICTS.map(({ verdict, when }, at) => ({
            key: when,
            term: <Verdict verdict={verdict} />,
            text: (
              <>
                <b>{when}</b> {VERDICTS.findIndex((line) => line.verdict === verdict) === at ? MEANING[verdict] : null}
              </>
            ),
          }))}
        />
      </DocSection>
      <DocSection id="taxes" title="Taxes">
        <p>A tax is measured: what arrives, against what an exchange without it would have paid.</p>
        <DocTable
          label="Lines for taxes"
          rows={TAX_LINES.map(({ above, severity }) => ({
            key: severity,
            term: <span className="num">more than {above / 100} %</span>,
            text: severity === "medium" ? <b>Caution</b> : <b>Avoid</b>,
          }))}
        />
        <p>
          Somebody who can raise a tax to {BOUNDED_BPS / 100} % at the most means caution. Above that it has no bound worth the name, and
          means avoid.
        </p>
      </DocSection>
      {GROUPS.map(({ group, title, about }) => (
        <DocSection key={group} id={`checks-${group}`} title={title}>
          <p>{about}</p>
          <RuleTable group={group} label={`Checks: ${title}`} />
        </DocSection>
      ))}
      <DocSection id="cannot-know" title="What we can't know">
        <ul className="grid max-w-measure list-disc gap-1 pl-5">
          {definition.cannotKnow.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>A power that works only with a secret which nobody has used yet, or that waits for something that was not tried.</li>
        </ul>
      </DocSection>
      <DocSection id="figures" title="How often we are right">
        <Figures benchmark={readBenchmark()} />
      </DocSection>
    </>
  );
}

function Method() {
  return (
    <DocSection id="method" title="The method">
      <ol className="grid max-w-measure list-decimal gap-2 pl-5">
        <li>
          <b>A copy of the chain.</b> Everything is read at one block, and every trial starts from that block. Nothing is sent to the real
          chain.
        </li>
        <li>
          <b>Trades, as people would make them.</b> Bought and sold in the deepest pool: all, a part, a large amount; at once, after many
          blocks, days and a year; from a fresh wallet, from wallets that hold it already, passed on to somebody else first. And in guises,
          so that a token which knows when it is watched gives itself away.
        </li>
        <li>
          <b>Every function, by everybody who can.</b> Functions are found in the bytecode, so a contract without published source is tried
          like any other. Each is called by a stranger, by the owner, by the creator and by every address that the contract's own storage
          names.
        </li>
        <li>
          <b>What a holder suffers.</b> After each call that goes through, a holder tries again: transfer, sell all, sell a part. A sale
          that fails now, a tax that rose, a balance that fell is a power, whatever the function is called.
        </li>
        <li>
          <b>Giving up.</b> Ownership is given up in the copy, and the powers are tried once more.
        </li>
        <li>
          <b>Who stands behind.</b> An address with power is looked at: a plain key, a multi-signature, a timelock with its delay, a
          governance contract, or nobody at all.
        </li>
      </ol>
      <p>What a token says of itself, such as its name or the text of a refusal, is shown in quotation marks and never believed.</p>
    </DocSection>
  );
}
