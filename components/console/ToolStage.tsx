"use client";

import { type ReactNode, useRef } from "react";
import { snippets } from "@/lib/discovery/snippets";
import { formatUsd } from "@/lib/money";
import { Receipt } from "../receipt/Receipt";
import { ReceiptActions } from "../receipt/ReceiptActions";
import { CodeBlock } from "../ui/CodeBlock";
import { useMarket } from "../wallet/MarketContext";
import { WireTimeline } from "../wire/WireTimeline";
import { PriceBar } from "./PriceBar";
import { receiptOf } from "./receiptOf";
import { Slot } from "./Slot";
import { StickyColumn } from "./StickyColumn";
import type { ToolFacts } from "./toolFacts";
import { useConsole } from "./useConsole";
import { YourAnswer } from "./YourAnswer";

type Props = { tool: ToolFacts; origin: string; head: ReactNode; sample: ReactNode; about: ReactNode; lastCalls: ReactNode };

/** The tool's page: at the left what it answers, at the right the slot. The parts that need no script come in ready. */
export function ToolStage({ tool, origin, head, sample, about, lastCalls }: Props) {
  const market = useMarket();
  const stage = useConsole(tool);
  const payRef = useRef<HTMLDivElement>(null);
  const { call } = stage;
  const running = call.record !== null && call.phase !== "pricing" && call.phase !== "signing";
  const receipt = call.phase === "settled" && call.record ? receiptOf(call.record, tool) : null;
  const ended = call.phase === "settled" || call.phase === "not_charged" || call.phase === "failed" || call.phase === "unknown";
  const code = snippets({
    origin,
    slug: tool.slug,
    shape: tool.shape,
    code: tool.code,
    input: stage.form.checked.ok ? stage.form.input : (call.record?.input ?? stage.form.input),
    network: market.network,
    price: formatUsd(stage.price),
  });
  return (
    <div className="flex flex-col gap-x-8 gap-y-10 pt-20 md:pt-6 mid:grid mid:grid-cols-[minmax(0,1fr)_400px] mid:pt-5 lg:grid-cols-[minmax(0,1fr)_456px] lg:gap-x-12">
      <PriceBar
        code={tool.code}
        price={stage.price}
        word={stage.display.word.toLowerCase()}
        watch={payRef}
        action={
          stage.payable
            ? { label: call.phase === "idle" ? "Pay and run" : "Run again", act: stage.pay, spends: true }
            : stage.busy
              ? null
              : { label: "To the slot", act: () => document.getElementById("slot")?.scrollIntoView({ block: "start" }), spends: false }
        }
      />
      <div className="contents min-w-0 flex-col gap-12 mid:flex">
        <div className="order-1 -mb-4 min-w-0">{head}</div>
        <div className="order-3 min-w-0">
          {running ? <YourAnswer slug={tool.slug} state={call} nextBlock={stage.nextBlock} conversation={stage.conversation} /> : sample}
        </div>
        {ended && call.record ? (
          <div className="order-5 min-w-0">
            <WireTimeline record={call.record} phase={call.phase} target={tool} seller={tool.seller} />
          </div>
        ) : null}
        <div className="order-6 flex min-w-0 flex-col gap-12">
          {call.phase === "settled" ? null : about}
          <section aria-labelledby="in-code">
            <h2 id="in-code" className="mb-3 text-4">
              The same call in code
            </h2>
            <CodeBlock tabs={code} label="Language" />
          </section>
          {call.phase === "settled" ? about : null}
        </div>
      </div>
      <StickyColumn className="contents min-w-0 flex-col self-start mid:sticky mid:top-(--stick) mid:flex">
        <div className="order-2 min-w-0">
          <Slot tool={tool} console={stage} payRef={payRef} />
        </div>
        {receipt ? (
          <div className="order-4 min-w-0 mid:mt-5" key={receipt.paymentId}>
            <Receipt facts={receipt} printing />
            <ReceiptActions facts={receipt} />
          </div>
        ) : null}
        <div className="order-7 min-w-0 mid:mt-8">{call.phase === "settled" ? null : lastCalls}</div>
      </StickyColumn>
    </div>
  );
}
