"use client";

import { type LucideIcon, Minus, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { ChangeJson } from "@/lib/listings/changesJson";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { priceFault } from "./pricing";

type Props = {
  preview: { version: number; summary: string; changes: readonly ChangeJson[] };
  least: bigint;
  busy: boolean;
  onApply: (price: string) => void;
  onCancel: () => void;
};

const KINDS: Record<ChangeJson["kind"], { icon: LucideIcon; word: string; color: string }> = {
  added: { icon: Plus, word: "Added", color: "text-settled" },
  changed: { icon: Pencil, word: "Changed", color: "text-unknown" },
  removed: { icon: Minus, word: "Removed", color: "text-failed" },
};

const MOST_SHOWN = 200;

/** What a newer description changes, before anybody sees it. */
export function VersionChanges({ preview: { version, summary, changes }, least, busy, onApply, onCancel }: Props) {
  const [price, setPrice] = useState("0.01");
  const added = changes.some(({ kind }) => kind === "added");
  const fault = added ? priceFault(price, least) : null;
  return (
    <div className="grid gap-4">
      <p className="text-3" role="status">
        <b className="font-strong">Version {version + 1}:</b> {summary}.
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <Row key={`${change.kind} ${change.key}`} change={change} />
        ))}
      </ul>
      {changes.length > MOST_SHOWN ? <p className="text-2 text-ink-3">and {changes.length - MOST_SHOWN} more</p> : null}
      {added ? (
        <Field label="Price of what is new" side="USDC" help="It is turned off until you turn it on." error={fault} className="max-w-60">
          {(control) => <Input {...control} mono inputMode="decimal" value={price} onChange={(event) => setPrice(event.target.value)} />}
        </Field>
      ) : null}
      <p className="max-w-measure text-2 text-ink-2">
        Prices, words and codes of what stays are kept. What is gone is turned off; its code is never given again. Prices that were named to
        somebody stay good.
      </p>
      <div className="flex gap-2">
        <Button variant="ink" busy={busy} disabled={fault !== null} onClick={() => onApply(price)}>
          Put it in force
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Give another
        </Button>
      </div>
    </div>
  );
}

function Row({ change: { kind, key, question, what, breaking } }: { change: ChangeJson }) {
  const { icon: Icon, word, color } = KINDS[kind];
  return (
    <li className="flex gap-3 py-2.5 text-2">
      <span className={cx("flex w-24 shrink-0 items-center gap-1.5 self-start font-label", color)}>
        <Icon aria-hidden className="size-3.5" />
        {word}
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>
          <span className="num text-1">{key}</span> {kind === "removed" ? null : <span className="text-ink-2">{question}</span>}
        </p>
        {what.length > 0 ? <p className="text-ink-2">{what.join("; ")}</p> : null}
        {breaking && kind === "changed" ? <p className="text-unknown">Who calls it as before may fail.</p> : null}
      </div>
    </li>
  );
}
