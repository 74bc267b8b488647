"use client";

import { Chip } from "../ui/Chip";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { type Choice, priceFault } from "./pricing";

type Props = {
  operations: readonly { tags: readonly string[] }[];
  chosen: string | null;
  onChoose: (tag: string | null) => void;
  choice: Choice;
  onChange: (choice: Choice) => void;
  least: bigint;
};

/** The tags of a description: each narrows the list, and can have a price of its own. */
export function TagPrices({ operations, chosen, onChoose, choice, onChange, least }: Props) {
  const counts = new Map<string, number>();
  for (const { tags } of operations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  if (counts.size === 0) return null;
  const price = chosen === null ? "" : (choice.tags[chosen] ?? "");
  return (
    <div className="grid gap-3">
      <div className="flex max-h-44 flex-wrap gap-2 overflow-y-auto p-0.5">
        {[...counts].slice(0, 100).map(([tag, count]) => (
          <Chip key={tag} on={chosen === tag} after={count} onClick={() => onChoose(chosen === tag ? null : tag)}>
            {tag}
          </Chip>
        ))}
      </div>
      {chosen === null ? null : (
        <Field
          label={`Price of ${chosen}`}
          side="USDC"
          help="Left empty, the usual price."
          error={price.trim() ? priceFault(price, least) : null}
          className="max-w-60"
        >
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="decimal"
              value={price}
              placeholder={choice.usual}
              onChange={(event) => onChange({ ...choice, tags: { ...choice.tags, [chosen]: event.target.value } })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
