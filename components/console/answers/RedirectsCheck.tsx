import type { RedirectsCheckAnswer } from "@/lib/tools/redirects-check/schema";
import { formatMs } from "../../ui/formatMs";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Findings } from "./parts/Findings";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Step = RedirectsCheckAnswer["chain"][number];

/** The answer of redirects-check: where it ends, every step on the way, and the other forms of the address. */
export function RedirectsCheck({ answer }: { answer: RedirectsCheckAnswer }) {
  const { chain, variants, findings } = answer;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...headline(answer)} large />}
        summary={answer.summary}
        facts={[`ends at ${answer.ends_at}`, formatMs(answer.total_ms), answer.age_seconds > 0 ? `kept for ${answer.age_seconds} s` : null]}
      />
      <ol className="border-t border-line" aria-label="The chain">
        {chain.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may come twice, its place in the chain does not.
          <ChainStep key={index} step={step} />
        ))}
      </ol>
      {variants.length > 0 ? (
        <PartTable
          label="Other forms of the address"
          columns={[{ label: "Typed" }, { label: "Ends at" }, { label: "Redirects", right: true, wide: true }]}
          rows={variants.map(({ url, ends_at, status, redirects, fault }) => ({
            key: url,
            cells: [
              <Address key="typed" text={url} />,
              <div key="end">
                {ends_at ? <Address text={ends_at} /> : <Mark tone="bad" word="Nowhere" />}
                <div className="text-1 text-ink-3">{fault ?? status}</div>
              </div>,
              <span key="redirects" className="num">
                {redirects}
              </span>,
            ],
          }))}
        />
      ) : null}
      <Findings findings={findings} />
    </Panel>
  );
}

function Address({ text }: { text: string }) {
  return <span className="num text-1 [overflow-wrap:anywhere]">{text}</span>;
}

function ChainStep({ step }: { step: Step }) {
  const { url, status, ms, leads_by, permanent, delay_seconds } = step;
  const how =
    leads_by === "location"
      ? permanent
        ? "moved for good"
        : "moved for now"
      : leads_by
        ? `${leads_by} after ${delay_seconds} s`
        : "answers";
  return (
    <li className="flex items-baseline gap-4 border-t border-line px-4 py-2.5 first:border-t-0 md:px-5">
      <span className="num w-8 shrink-0 text-2 font-strong">{status}</span>
      <span className="min-w-0 grow">
        <Address text={url} />
        <span className="block text-1 leading-4.5 text-ink-3">{how}</span>
      </span>
      <span className="num shrink-0 text-1 text-ink-3">{formatMs(ms)}</span>
    </li>
  );
}

function headline({ outcome, status }: RedirectsCheckAnswer): { tone: Tone; word: string } {
  if (outcome === "loop") return { tone: "bad", word: "A circle" };
  if (outcome === "too_many") return { tone: "bad", word: "No end" };
  if (outcome === "stopped") return { tone: "bad", word: "Stops on the way" };
  return status !== null && status < 300 ? { tone: "good", word: "Arrives" } : { tone: "bad", word: `Arrives at ${status}` };
}
