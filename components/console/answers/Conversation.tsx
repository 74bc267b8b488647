"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "../../ui/Button";
import { cx } from "../../ui/cx";
import { Money } from "../../ui/Money";
import { Note } from "../../ui/Note";
import { Panel } from "../../ui/Panel";
import type { ChatSoFar } from "../chatStream";
import type { Turn } from "../useToolForm";

type Props = {
  turns: readonly Turn[];
  /** The answer that is being given, or was given last and isn't among the turns. */
  answer: ChatSoFar | null;
  /** What was asked for it. */
  question: string | null;
  /** What it costs, atomic. */
  cost: string | null;
  onStartOver: (() => void) | null;
};

/** What was said, what each answer cost, and what all of them cost together. */
export function Conversation({ turns, answer, question, cost, onStartOver }: Props) {
  const spent = turns.reduce((sum, turn) => sum + BigInt(turn.cost ?? 0), 0n) + BigInt(answer && cost ? cost : 0);
  const message = answer?.choices[0].message.content ?? "";
  return (
    <Panel className="overflow-hidden">
      <ol className="grid gap-5 p-4 md:p-5">
        {turns.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end.
          <Said key={index} turn={turn} />
        ))}
        {question ? <Said turn={{ role: "user", content: question }} /> : null}
        {answer ? <Said turn={{ role: "assistant", content: message, ...(cost ? { cost } : {}) }} live={answer.ended === false} /> : null}
      </ol>
      {answer?.broken ? (
        <div className="px-4 pb-4 md:px-5">
          <Note tone="warn" icon={<TriangleAlert aria-hidden className="size-4 text-unknown" />}>
            <b className="font-strong">{answer.broken}</b> What came before stands above; the ledger has the payment as broken off.
          </Note>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span>
          This conversation so far: <Money atomic={spent} className="font-strong text-ink" />
          {answer?.used && cost ? (
            <>
              {" "}
              · of the last <Money atomic={cost} />, <Money atomic={answer.used} /> was used
            </>
          ) : null}
        </span>
        {onStartOver && turns.length > 0 ? (
          <Button size="sm" onClick={onStartOver}>
            New conversation
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function Said({ turn: { role, content, cost }, live = false }: { turn: Turn; live?: boolean }) {
  const theirs = role === "assistant";
  return (
    <li className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-3 text-1 text-ink-3">
        <span className="font-strong">{theirs ? "Model" : "You"}</span>
        {cost ? <Money atomic={cost} className="num" /> : null}
      </div>
      <div
        aria-live={live ? "polite" : undefined}
        aria-busy={live || undefined}
        className={cx(
          "max-w-measure text-3 break-words whitespace-pre-wrap",
          theirs ? "text-ink" : "border-l-2 border-line-strong pl-3 text-ink-2",
        )}
      >
        {content}
        {live ? <span aria-hidden className="ml-0.5 inline-block h-4 w-1.5 translate-y-0.5 bg-ink-3" /> : null}
      </div>
    </li>
  );
}
