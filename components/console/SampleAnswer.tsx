"use client";

import { useState } from "react";
import { EmptyState } from "../ui/EmptyState";
import { RelativeTime } from "../ui/RelativeTime";
import { Segmented } from "../ui/Segmented";
import { VERDICT_WORDS, type VerdictKey } from "../ui/Verdict";
import { AnswerView } from "./answers/AnswerView";
import { inputName } from "./inputName";

export type Sample = { name: string; input: Record<string, unknown>; answer: unknown; at: string };

/** Real answers, made minutes ago: one for each verdict, or one for each example. */
export function SampleAnswer({ slug, samples }: { slug: string; samples: readonly Sample[] }) {
  const segments = segmentsOf(samples);
  const [chosen, setChosen] = useState(segments[0]?.value ?? "");
  const current = segments.find((segment) => segment.value === chosen) ?? segments[0];
  return (
    <section aria-labelledby="real-answer">
      <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="real-answer" className="text-4">
          A real answer
        </h2>
        {segments.length > 1 ? (
          <div className="max-w-full overflow-x-auto">
            <Segmented label="Which answer" options={segments} value={current?.value ?? ""} onChange={setChosen} />
          </div>
        ) : null}
      </div>
      {current ? (
        <>
          <AnswerView key={current.value} slug={slug} answer={current.sample.answer} />
          <p className="mt-2 text-2 text-ink-3">
            {slug} on {current.sample.name}
            {Object.values(current.sample.input)[0] === current.sample.name ? null : (
              <>
                {" "}
                <span className="num text-1">{inputName(current.sample.input)}</span>
              </>
            )}
            , run by us <RelativeTime at={current.sample.at} />.
          </p>
        </>
      ) : (
        <EmptyState title="The tool can't show an answer now">
          Our own try had none. A call now would most likely end without an answer, and not be charged.
        </EmptyState>
      )}
    </section>
  );
}

type Segment = { value: string; label: string; sample: Sample };

const VERDICTS: readonly VerdictKey[] = ["avoid", "caution", "ok", "unknown"];

function segmentsOf(samples: readonly Sample[]): Segment[] {
  const byVerdict = VERDICTS.flatMap((verdict) => {
    const sample = samples.find(({ answer }) => (answer as { verdict?: unknown } | null)?.verdict === verdict);
    return sample ? [{ value: verdict, label: VERDICT_WORDS[verdict], sample }] : [];
  });
  return byVerdict.length > 0 ? byVerdict : samples.map((sample) => ({ value: sample.name, label: sample.name, sample }));
}
