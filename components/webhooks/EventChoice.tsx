"use client";

import { Checkbox } from "@/components/ui/Checkbox";
import { EVENT_TABLE } from "@/lib/webhooks/eventTable";

type Props = { chosen: readonly string[]; onChange: (chosen: string[]) => void; error: string | null };

const CHOICES = EVENT_TABLE.filter(({ type }) => type !== "webhook.test");

/** What an endpoint is told of. */
export function EventChoice({ chosen, onChange, error }: Props) {
  const all = chosen.length === CHOICES.length;
  const toggle = (type: string, on: boolean) => onChange(on ? [...chosen, type] : chosen.filter((one) => one !== type));
  return (
    <fieldset className="min-w-0">
      <legend className="flex w-full items-baseline justify-between gap-3 text-2 font-strong">
        Events
        <button type="button" className="link font-text text-ink-2" onClick={() => onChange(all ? [] : CHOICES.map(({ type }) => type))}>
          {all ? "None" : "All of them"}
        </button>
      </legend>
      <ul className="mt-2 grid gap-x-8 gap-y-2.5 md:grid-cols-2">
        {CHOICES.map(({ type, when }) => (
          <li key={type}>
            <Checkbox checked={chosen.includes(type)} onChange={(on) => toggle(type, on)}>
              <span className="num">{type}</span>
            </Checkbox>
            <p className="pl-6 text-1 text-ink-3">{when}</p>
          </li>
        ))}
      </ul>
      {error ? (
        <p role="alert" className="mt-2 text-2 text-failed">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
