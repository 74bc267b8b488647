"use client";

import { type RefObject, useState } from "react";
import { formatUsd } from "@/lib/money";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { useMarket } from "../wallet/MarketContext";
import { Display } from "./Display";
import { inputName } from "./inputName";
import { OutcomeNote, PaymentId } from "./OutcomeNote";
import { BusyPay, PayArea } from "./PayArea";
import { PriceCheck } from "./PriceCheck";
import { SignNote } from "./SignNote";
import { StepList } from "./StepList";
import { ToolForm } from "./ToolForm";
import type { ToolFacts } from "./toolFacts";
import type { Console } from "./useConsole";
import { WalletChoice } from "./WalletChoice";
import { WalletRow } from "./WalletRow";

type Props = { tool: ToolFacts; console: Console; payRef: RefObject<HTMLDivElement | null> };

/** The coin slot: display, form, wallet and the one green button. */
export function Slot({ tool, console, payRef }: Props) {
  const { call } = console;
  const [opened, setOpened] = useState(false);
  const folded = call.phase === "settled" && !opened;
  return (
    <section id="slot" aria-label={`Pay for ${tool.slug}`} className="rounded-panel border border-ink bg-surface dark:border-line-strong">
      <Display facts={console.display} />
      {/* On a phone the answer comes next: the settled slot folds to one line. */}
      {folded ? (
        <div className="flex items-center justify-between gap-3 px-4 py-3 text-2 md:hidden">
          <span className="num truncate">
            {inputName(console.form.input)} <span className="font-sans">{console.form.side}</span>
          </span>
          <button type="button" className="link shrink-0" onClick={() => setOpened(true)}>
            Change and run again
          </button>
        </div>
      ) : null}
      <div className={cx("grid gap-4 p-4 md:p-5", folded && "max-md:hidden")}>
        <Body tool={tool} console={console} payRef={payRef} />
      </div>
    </section>
  );
}

function Body({ tool, console, payRef }: Props) {
  const { call, address } = console;
  const market = useMarket();
  const form = (
    <ToolForm
      fields={console.form.fields}
      values={console.form.values}
      faults={console.faults}
      disabled={console.busy}
      side={console.form.side}
      examples={tool.examples}
      choices={tool.choices}
      onChange={console.form.setValue}
      onExample={console.form.fill}
    />
  );
  const steps = <StepList steps={console.steps} elapsed={console.elapsedMs >= 300 ? formatMs(console.elapsedMs) : null} />;
  const wallet = address ? (
    <WalletRow address={address} balance={console.balance} short={console.balance !== undefined && console.balance < console.price} />
  ) : (
    <WalletChoice />
  );
  const pay = (
    <div ref={payRef} className="grid gap-4">
      <PayArea
        price={console.price}
        block={console.block}
        address={address}
        balance={console.balance}
        again={call.phase === "settled"}
        spent={console.spent}
        talking={console.conversation !== null && console.conversation.turns.length > 0}
        onPay={console.pay}
        onExample={() => console.form.fill(tool.example)}
      />
    </div>
  );

  switch (call.phase) {
    case "idle":
      return (
        <>
          {form}
          {console.block?.kind === "input" ? null : (
            <PriceCheck
              priced={console.question.priced}
              pending={console.question.pending}
              networkName={market.networkName}
              onAsk={console.askPrice}
              made={console.cost.made}
            />
          )}
          {wallet}
          {pay}
        </>
      );
    case "signing":
      return (
        <>
          {call.record ? <SignNote record={call.record} seller={tool.seller} /> : null}
          {steps}
          <Button className="h-10 w-full" onClick={call.cancel}>
            Cancel, nothing is charged
          </Button>
        </>
      );
    case "pricing":
    case "paying":
      return (
        <>
          {form}
          {steps}
          <div ref={payRef}>
            <BusyPay
              word={
                call.phase === "pricing"
                  ? "Reading the price"
                  : `${call.record?.payment && call.record.payment.state !== "claimed" ? "Settling" : "Running for"} ${formatUsd(console.price)}`
              }
            />
            {call.phase === "paying" ? (
              <p className="mt-3 text-2 text-ink-3">Safe to close this page: the receipt and the answer wait for you in this browser.</p>
            ) : null}
          </div>
        </>
      );
    case "settled":
      return (
        <>
          {form}
          {wallet}
          {pay}
        </>
      );
    case "not_charged":
    case "failed":
      return (
        <>
          <OutcomeNote state={call} />
          {steps}
          {form}
          {address && !console.block ? null : wallet}
          {pay}
        </>
      );
    case "unknown":
      return (
        <>
          <OutcomeNote state={call} />
          {steps}
          <Button size="lg" disabled className="w-full">
            Nothing to pay
          </Button>
          {call.record?.payment ? <PaymentId id={call.record.payment.id} /> : null}
        </>
      );
  }
}
