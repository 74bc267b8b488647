"use client";

import { useMarket } from "../wallet/MarketContext";
import { useChainHead } from "../wallet/useChainHead";
import type { CallState, Phase } from "./callTypes";
import { displayOf } from "./displayOf";
import { stepsOf } from "./stepsOf";
import type { ToolFacts } from "./toolFacts";
import { useBlock } from "./useBlock";
import { useElapsed } from "./useElapsed";
import { usePaidCall } from "./usePaidCall";
import { usePayingIcon } from "./usePayingIcon";
import { usePriceQuestion } from "./usePriceQuestion";
import { useToolForm } from "./useToolForm";

const BUSY: readonly Phase[] = ["pricing", "signing", "paying", "unknown"];

/** Form, wallet and call of one tool, put together: all that the slot and the page around it show. */
export function useConsole(tool: ToolFacts) {
  const market = useMarket();
  const { price } = tool;
  const call = usePaidCall(tool.slug, price);
  const question = usePriceQuestion(tool.slug, price);
  const form = useToolForm(tool.slug, tool.example, question.forget);
  const { checked } = form;
  const payer = useBlock(checked.ok, price);
  const busy = BUSY.includes(call.phase);
  const spent = isSpent(call, form.input);
  const payable = payer.block === null && !busy && !spent;

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
    ...payer,
    busy,
    spent,
    payable,
    nextBlock,
    elapsedMs,
    faults: checked.ok ? {} : checked.faults,
    askPrice: () => checked.ok && question.ask(checked.input),
    pay: () => {
      if (!checked.ok || !payable) return;
      question.forget();
      call.pay(checked.input);
    },
    steps: stepsOf(call, tool.slug, { runMs: tool.runP50Ms, networkName: market.networkName }),
    display: displayOf({
      state: call,
      block: payer.block,
      price,
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
