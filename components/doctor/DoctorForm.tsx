"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Segmented } from "../ui/Segmented";
import { TextArea } from "../ui/TextArea";
import type { DoctorQuestion } from "./useDoctor";

type Way = "auto" | "GET" | "POST";
const WAYS = [
  { value: "auto", label: "Find out" },
  { value: "GET", label: "GET" },
  { value: "POST", label: "POST" },
] as const;

type Props = { first: { url: string; method: Way }; busy: boolean; fault: string | null; onAsk: (question: DoctorQuestion) => void };

/** The address to examine, how it is called, and with POST what is sent. */
export function DoctorForm({ first, busy, fault, onAsk }: Props) {
  const [url, setUrl] = useState(first.url);
  const [way, setWay] = useState<Way>(first.method);
  const [body, setBody] = useState("");
  const [bodyFault, setBodyFault] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sent = way === "POST" && body.trim() ? parseObject(body) : undefined;
    setBodyFault(sent === null ? 'That is not a JSON object, such as {"city": "Oslo"}.' : null);
    if (busy || sent === null || !url.trim()) return;
    onAsk({ url: url.trim(), ...(way === "auto" ? {} : { method: way }), ...(sent ? { body: sent } : {}) });
  };
  return (
    <form action="/doctor" onSubmit={submit} className="grid gap-4">
      <Field label="Address of a paid tool" error={fault}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              name="url"
              mono
              required
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              maxLength={2048}
              placeholder="https://api.example.com/v1/weather"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
            <Button type="submit" variant="ink" busy={busy} className="h-10">
              {busy ? "Checking" : "Check it"}
            </Button>
          </div>
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3 text-2">
        <span className="font-strong">Called with</span>
        <Segmented label="Method" options={WAYS} value={way} onChange={setWay} />
      </div>
      {way === "POST" ? (
        <Field label="What is sent" side="JSON, may be empty" error={bodyFault}>
          {(control) => (
            <TextArea
              {...control}
              mono
              spellCheck={false}
              maxLength={8_000}
              value={body}
              onChange={(event) => setBody(event.target.value)}
              placeholder="{}"
            />
          )}
        </Field>
      ) : null}
    </form>
  );
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
