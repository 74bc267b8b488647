"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { EventChoice } from "./EventChoice";

export type EndpointFields = { url: string; description: string; events: string[] };

type Props = {
  start: EndpointFields;
  action: string;
  busy: boolean;
  /** The server's own sentence about the address. */
  refusal: string | null;
  onSubmit: (fields: EndpointFields) => void;
  onCancel: () => void;
};

/** Where to send, and what. The address is checked by the server, which would have to connect to it. */
export function EndpointForm({ start, action, busy, refusal, onSubmit, onCancel }: Props) {
  const [fields, setFields] = useState(start);
  const [tried, setTried] = useState(false);
  const noUrl = tried && !fields.url.trim() ? "Where should it be sent to?" : null;
  const noEvents = tried && fields.events.length === 0 ? "Choose at least one." : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.url.trim() && fields.events.length > 0) onSubmit(fields);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <div className="grid gap-5 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Field label="Address" error={noUrl ?? refusal} help="Events are sent there by POST. Redirects are not followed.">
          {(control) => (
            <Input
              {...control}
              mono
              type="url"
              inputMode="url"
              autoComplete="off"
              placeholder="https://"
              value={fields.url}
              onChange={(event) => setFields({ ...fields, url: event.target.value })}
            />
          )}
        </Field>
        <Field label="What it is for" side="optional">
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              autoComplete="off"
              value={fields.description}
              onChange={(event) => setFields({ ...fields, description: event.target.value })}
            />
          )}
        </Field>
      </div>
      <EventChoice chosen={fields.events} onChange={(events) => setFields({ ...fields, events })} error={noEvents} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="ink" busy={busy}>
          {action}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
