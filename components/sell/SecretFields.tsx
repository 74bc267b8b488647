"use client";

import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import type { SecretDraft } from "./details";

type Props = { secret: SecretDraft; onChange: (secret: SecretDraft) => void; error?: string | undefined };

const KINDS = [
  { value: "none", label: "No key" },
  { value: "bearer", label: "Bearer token" },
  { value: "header", label: "A header" },
  { value: "query", label: "A query field" },
  { value: "basic", label: "Name and password" },
];

/** The key that the seller's server wants with each call. */
export function SecretFields({ secret, onChange, error }: Props) {
  const named = secret.kind === "header" || secret.kind === "query";
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label="Key of your server" help="How your server knows that a call comes from the market.">
        {(control) => (
          <Select
            {...control}
            options={KINDS}
            value={secret.kind}
            onChange={(kind) => onChange({ ...secret, kind: kind as SecretDraft["kind"] })}
          />
        )}
      </Field>
      {named ? (
        <Field label={secret.kind === "header" ? "Name of the header" : "Name of the field"}>
          {(control) => (
            <Input
              {...control}
              mono
              value={secret.name}
              placeholder={secret.kind === "header" ? "X-Api-Key" : "key"}
              autoComplete="off"
              onChange={(event) => onChange({ ...secret, name: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {secret.kind === "none" ? null : (
        <Field
          label={secret.kind === "basic" ? "Name and password, with a colon between" : "The key"}
          help="Kept encrypted and never shown again."
          error={error}
        >
          {(control) => (
            <Input
              {...control}
              mono
              type="password"
              value={secret.value}
              autoComplete="new-password"
              onChange={(event) => onChange({ ...secret, value: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
