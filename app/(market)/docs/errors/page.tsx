import type { Metadata } from "next";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { readableJson } from "@/components/docs/readableJson";
import { WireText } from "@/components/docs/WireText";
import { ERROR_ADVICE } from "@/lib/discovery/errorAdvice";
import { CoinslotError, ERRORS, type ErrorCode } from "@/lib/errors";
import { REASONS } from "@/lib/payments/reasons";
import { catalog } from "@/lib/tools/catalog";

export const metadata: Metadata = {
  title: "Errors",
  description: "Every error code and every reason why a payment is refused, with the way to mend it.",
};

const EXAMPLE = {
  ...new CoinslotError("tool_refused", "The address is an ordinary account.", { reason: "not_a_contract" }).toJSON(),
  charged: false,
};

const CODES = (Object.keys(ERRORS) as ErrorCode[]).sort((a, b) => ERRORS[a].status - ERRORS[b].status);

export default function ErrorsPage() {
  return (
    <>
      <DocHead title="Errors">Each one says what went wrong, what it cost (mostly nothing), and what to do.</DocHead>
      <DocSection id="body" title="What an error looks like">
        <p>
          Every error is JSON with a stable <Mono>error</Mono> code, a sentence for people, and often a <Mono>hint</Mono> and a finer{" "}
          <Mono>reason</Mono>. A paid route adds <Mono>charged</Mono>. Branch on <Mono>error</Mono>; the sentences may change.
        </p>
        <WireText title="422" text={readableJson(EXAMPLE)} />
      </DocSection>
      <DocSection id="codes" title="Error codes">
        <DocTable
          label="Error codes"
          rows={CODES.map((code) => ({
            key: code,
            id: code,
            side: ERRORS[code].status,
            term: <CodeLink code={code} />,
            text: (
              <>
                {ERRORS[code].title} {ERROR_ADVICE[code]}
              </>
            ),
          }))}
        />
      </DocSection>
      <DocSection id="reasons" title="Why a payment is refused">
        <p>
          A refused payment is a 402 with fresh terms. Its <Mono>code</Mono> is one of these, in the protocol's own words. No money moved,
          and you may pay again at once.
        </p>
        <DocTable
          label="Reasons for a refused payment"
          rows={Object.entries(REASONS).map(([code, { message, hint }]) => ({
            key: code,
            id: code,
            term: <CodeLink code={code} />,
            text: `${message} ${hint}`,
          }))}
        />
      </DocSection>
      {catalog.map((tool) => (
        <DocSection key={tool.slug} id={`tool-${tool.slug}`} title={`When ${tool.slug} has no answer`}>
          <p>
            The <Mono>reason</Mono> beside <Mono>tool_refused</Mono>, <Mono>tool_unavailable</Mono> or <Mono>tool_timeout</Mono>. Never
            charged.
          </p>
          <DocTable
            label={`Reasons of ${tool.slug}`}
            rows={tool.faults.map(({ reason, what }) => ({ key: reason, term: <Mono>{reason}</Mono>, text: what }))}
          />
        </DocSection>
      ))}
    </>
  );
}

function CodeLink({ code }: { code: string }) {
  return (
    <a href={`#${code}`} className="hover:underline">
      <Mono>{code}</Mono>
    </a>
  );
}
