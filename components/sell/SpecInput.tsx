"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleX, FileUp } from "lucide-react";
import { useRef, useState } from "react";
import type { UploadedJson } from "@/lib/listings/uploadJson";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Note } from "../ui/Note";
import { TextArea } from "../ui/TextArea";
import { readSpec, type SpecSource } from "./readSpec";
import { SpecFaults } from "./SpecFaults";

/** A description by its address, as a file or as text. */
export function SpecInput({ onRead }: { onRead: (read: UploadedJson) => void }) {
  const [given, setGiven] = useState("");
  const [pasting, setPasting] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const read = useMutation({
    mutationFn: (source: SpecSource) => readSpec(source),
    onSuccess: (result) => result.ok && onRead(result),
  });
  const send = () => {
    const text = given.trim();
    if (text && !read.isPending) read.mutate(pasting ? { text } : { url: text });
  };
  const pick = async (file: File | undefined) => {
    if (file) read.mutate({ text: await file.text(), file: file.name });
  };
  return (
    <div className="grid gap-4">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={pasting ? "The document" : "Address of your OpenAPI document"}
          help="OpenAPI 3.0, 3.1 or Swagger 2, as JSON or YAML, up to 16 MB."
        >
          {(control) => (
            <div className={pasting ? "grid gap-2" : "flex gap-2"}>
              {pasting ? (
                <TextArea {...control} mono value={given} spellCheck={false} onChange={(event) => setGiven(event.target.value)} />
              ) : (
                <Input
                  {...control}
                  mono
                  type="url"
                  value={given}
                  maxLength={2_048}
                  spellCheck={false}
                  autoComplete="off"
                  placeholder="https://api.kestrel.example/openapi.json"
                  onChange={(event) => setGiven(event.target.value)}
                />
              )}
              <Button type="submit" variant="ink" className="h-10" busy={read.isPending} disabled={!given.trim()}>
                Read it
              </Button>
            </div>
          )}
        </Field>
      </form>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => picker.current?.click()} disabled={read.isPending}>
          <FileUp aria-hidden className="size-3.5" />
          Choose a file
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,.yaml,.yml,application/json,application/yaml"
          aria-label="A file with the document"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void pick(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            setPasting(!pasting);
            setGiven("");
          }}
        >
          {pasting ? "Give its address instead" : "Paste it instead"}
        </Button>
      </div>
      <div role="status">
        {read.data && !read.data.ok ? (
          <>
            <Note tone="bad" icon={<CircleX aria-hidden className="size-4 text-failed" />}>
              This document can't be listed from as it is.
            </Note>
            <div className="mt-3">
              <SpecFaults faults={read.data.faults} />
            </div>
          </>
        ) : null}
      </div>
      <RefusedNote error={read.error} />
    </div>
  );
}
