"use client";

import { useMarket } from "../wallet/MarketContext";
import { useChainHead } from "../wallet/useChainHead";
import type { CallState, Phase } from "./callTypes";
import { displayOf } from "./displayOf";
import { stepsOf } from "./stepsOf";
import type { ToolFacts } from "./toolFacts";
import { useBlock } from "./useBlock";
import { useCallPrice } from "./useCallPrice";
import { useConversation } from "./useConversation";
import { useElapsed } from "./useElapsed";
import { usePaidCall } from "./usePaidCall";
import { usePayingIcon } from "./usePayingIcon";
import { usePriceQuestion } from "./usePriceQuestion";
import { useToolForm } from "./useToolForm";

const BUSY: readonly Phase[] = ["pricing", "signing", "paying", "unknown"];

/** Form, wallet and call of one tool, put together: all that the slot and the page around it show. */
export function useConsole(tool: ToolFacts) {
  const market = useMarket();
  const call = usePaidCall(tool);
  const question = usePriceQuestion(tool);
  const form = useToolForm(tool, question.forget);
  const { checked } = form;
  const cost = useCallPrice(tool, checked);
  const { price } = cost;
  const payer = useBlock(checked.ok, cost, tool.unavailable);
  const busy = BUSY.includes(call.phase);
  const spent = isSpent(call, form.input);
  const payable = payer.block === null && !busy && !spent;

  useConversation(call, form);

  const head = useChainHead(busy ? 1000 : 5000).data;
  const nextBlock = head ? (Number(head.block) + 1).toLocaleString("en") : null;
  const waited = useElapsed(call.phase === "signing" ? "signing" : null, 1000);
  const elapsedMs = useElapsed(call.phase === "paying" ? `paying ${call.record?.payment?.state ?? ""}` : busy ? call.phase : null);
  usePayingIcon(call.phase === "signing" || call.phase === "paying");

  return {
    call,
    form,
    question,
    price,
    cost,
    ...payer,
    busy,
    spent,
    payable,
    nextBlock,
    elapsedMs,
    // Between two messages there is nothing to find fault with.
    faults: checked.ok || (form.turns.length > 0 && !form.values.messages) ? {} : checked.faults,
    conversation: form.fields.some(({ kind }) => kind === "chat") ? { turns: form.turns, startOver: form.startOver } : null,
    askPrice: () => checked.ok && question.ask({ input: checked.input, shownPrice: price }),
    pay: () => {
      if (!checked.ok || !payable) return;
      question.forget();
      call.pay(checked.input, price);
    },
    steps: stepsOf(call, tool.slug, { runMs: tool.runP50Ms, networkName: market.networkName }),
    display: displayOf({
      state: call,
      block: payer.block,
      price,
      known: cost.known,
      goodFor: question.priced?.ok ? question.priced.quote.terms.maxTimeoutSeconds : null,
      networkName: market.networkName,
      nextBlock,
      waitedSeconds: Math.floor(waited / 1000),
    }),
  };
}

export type Console = ReturnType<typeof useConsole>;

/** This very input just had no answer, and would have none again. */
function isSpent({ phase, record }: CallState, input: Record<string, unknown>): boolean {
  return phase === "not_charged" && record?.refusal?.again === false && JSON.stringify(record.input) === JSON.stringify(input);
}
