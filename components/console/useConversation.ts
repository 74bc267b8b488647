"use client";

import { useEffect, useRef } from "react";
import type { CallState } from "./callTypes";
import type { ChatSoFar } from "./chatStream";
import type { Turn, useToolForm } from "./useToolForm";

type Form = ReturnType<typeof useToolForm>;

/** After each answer the conversation goes on: question and answer stand before the next message. */
export function useConversation({ phase, record }: CallState, form: Form): void {
  const told = useRef<unknown>(null);
  useEffect(() => {
    const answer = record?.paid?.reply?.body as ChatSoFar | undefined;
    if (phase !== "settled" || !record || told.current === record.payment?.id || !Array.isArray(record.input.messages)) return;
    told.current = record.payment?.id;
    const [choice] = answer?.choices ?? [];
    if (!choice || answer?.broken) return;
    const asked = record.input.messages.at(-1) as { content?: unknown } | undefined;
    const turns: Turn[] = [
      ...form.turns,
      { role: "user", content: String(asked?.content ?? "") },
      { role: "assistant", content: choice.message.content, cost: record.payment?.amount },
    ];
    form.remember(turns);
  }, [phase, record, form]);
}
