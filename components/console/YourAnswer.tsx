"use client";

import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Money } from "../ui/Money";
import { Panel } from "../ui/Panel";
import { RelativeTime } from "../ui/RelativeTime";
import { Segmented } from "../ui/Segmented";
import { Status } from "../ui/Status";
import { AnswerSkeleton } from "./AnswerSkeleton";
import { AnswerView } from "./answers/AnswerView";
import { JsonAnswer } from "./answers/JsonAnswer";
import type { CallRecord, CallState } from "./callTypes";
import { inputName } from "./inputName";
import { RawReply } from "./rawReply";
import type { Turn } from "./useToolForm";
import { whatMayHelp } from "./whatMayHelp";
import { YourConversation } from "./YourConversation";

type Props = {
  slug: string;
  state: CallState;
  nextBlock: string | null;
  /** Of a tool that is talked with: what was said before. */
  conversation: { turns: readonly Turn[]; startOver: () => void } | null;
};

/** What came out of this call: the answer, its place while it is made, or why there is none. */
export function YourAnswer({ slug, state, nextBlock, conversation }: Props) {
  const { phase, record } = state;
  if (!record) return null;
  if (phase === "settled") return <Answer slug={slug} record={record} conversation={conversation} />;
  if (phase === "not_charged" || phase === "failed") return <NoAnswer slug={slug} record={record} failed={phase === "failed"} />;
  const ready = record.payment !== null && record.payment.state !== "claimed";
  const comes = nextBlock ? `ready, comes out with block ${nextBlock}` : "ready, comes out when settled";
  return (
    <section aria-labelledby="your-answer">
      <Head title="Your answer">
        {phase === "unknown" ? (
          <Status status="unknown" className="text-2" />
        ) : (
          <Status status="settling" word={ready ? comes : "at work"} className="text-2" />
        )}
      </Head>
      {conversation ? <YourConversation record={record} turns={conversation.turns} onStartOver={null} /> : <AnswerSkeleton />}
    </section>
  );
}

function Head({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h2 id="your-answer" className="text-4">
        {title}
      </h2>
      <div className="flex items-center gap-3">{children}</div>
    </div>
  );
}

function Answer({ slug, record, conversation }: Pick<Props, "slug" | "conversation"> & { record: CallRecord }) {
  const [view, setView] = useState<"read" | "json">("read");
  const answer = record.paid?.reply?.body;
  const raw = answer instanceof RawReply;
  return (
    <section aria-labelledby="your-answer">
      <Head title="Your answer">
        <span className="num hidden text-1 text-ink-3 md:inline">
          {inputName(record.input)} · <RelativeTime at={new Date((record.paid?.clock ?? Date.now()) + (record.paid?.reply?.ms ?? 0))} />
        </span>
        {raw ? null : <Segmented label="How to show the answer" options={VIEWS} value={view} onChange={setView} />}
      </Head>
      {view === "json" && !raw ? (
        <JsonAnswer answer={answer} />
      ) : conversation ? (
        <YourConversation record={record} turns={conversation.turns} onStartOver={conversation.startOver} />
      ) : (
        <AnswerView slug={slug} answer={answer} />
      )}
    </section>
  );
}

const VIEWS = [
  { value: "read", label: "Read" },
  { value: "json", label: "JSON" },
] as const;

function NoAnswer({ slug, record, failed }: { slug: string; record: CallRecord; failed: boolean }) {
  const { refusal } = record;
  if (!refusal) return null;
  return (
    <section aria-labelledby="your-answer">
      <Head title="No answer this time">
        <Status status={failed ? "failed" : "not_charged"} className="text-2" />
      </Head>
      <Panel className="p-5 md:p-6">
        <h3 className="max-w-108 text-4">{refusal.message}</h3>
        <p className="mt-1 text-3">
          You paid <Money atomic="0" minDecimals={3} className="font-strong" />. What may help:
        </p>
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {whatMayHelp(refusal, slug, Object.keys(record.input)).map((line) => (
            <li key={line} className="flex gap-3 py-2.5 text-3 text-ink-2">
              <ArrowRight aria-hidden className="mt-1.25 size-3.5 shrink-0" />
              {line}
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}
