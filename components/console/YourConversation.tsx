"use client";

import { Conversation } from "./answers/Conversation";
import type { CallRecord } from "./callTypes";
import type { ChatSoFar } from "./chatStream";
import type { Turn } from "./useToolForm";

/** A conversation and its newest turn, while it is being answered or once it is. */
export function YourConversation({
  record,
  turns,
  onStartOver,
}: {
  record: CallRecord;
  turns: readonly Turn[];
  onStartOver: (() => void) | null;
}) {
  const answer = (record.paid?.reply?.body ?? null) as ChatSoFar | null;
  const asked = Array.isArray(record.input.messages) ? (record.input.messages.at(-1) as { content?: unknown } | undefined) : undefined;
  const said = answer?.choices?.[0]?.message.content;
  const remembered = turns.at(-1)?.role === "assistant" && turns.at(-1)?.content === said && record.endedAt !== null;
  return (
    <Conversation
      turns={remembered ? turns.slice(0, -2) : turns}
      question={String(asked?.content ?? "")}
      answer={answer?.choices ? answer : null}
      cost={record.payment?.amount ?? record.quote?.terms.amount ?? null}
      onStartOver={onStartOver}
    />
  );
}
