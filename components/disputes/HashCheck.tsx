"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Hash } from "@/components/ui/Hash";
import { Rows } from "@/components/ui/Rows";
import { TextArea } from "@/components/ui/TextArea";
import { sha256Hex } from "./sha256Hex";

type Props = { request: string; answer: string | null };

/** What the ledger keeps of request and answer, and a way to hold a file or a text against it; nothing leaves the browser. */
export function HashCheck({ request, answer }: Props) {
  const [found, setFound] = useState<string | null>(null);
  const [text, setText] = useState("");
  const check = async (bytes: BufferSource) => setFound(await sha256Hex(bytes));
  return (
    <div className="grid max-w-measure gap-4">
      <p className="text-2 text-ink-2">
        Bodies are not kept, their hashes are. The request's is the sha256 of its method, path and input, a line each, the input as JSON
        with sorted keys. The answer's is the sha256 of its bytes as they were given.
      </p>
      <Rows
        termWidth="w-20"
        rows={[
          { term: "request", value: <Hash value={request} what="hash" head={10} /> },
          { term: "answer", value: answer ? <Hash value={answer} what="hash" head={10} /> : "no hash was kept" },
        ]}
      />
      <Field label="Hold a text against them" help="It stays in this browser.">
        {(control) => <TextArea {...control} mono value={text} onChange={(e) => setText(e.target.value)} />}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" disabled={text === ""} onClick={() => void check(new TextEncoder().encode(text))}>
          Compare the text
        </Button>
        <label className="link cursor-pointer text-2">
          or a file
          <input type="file" className="sr-only" onChange={(e) => void e.target.files?.[0]?.arrayBuffer().then(check)} />
        </label>
      </div>
      <p aria-live="polite" className="min-h-6 text-2 [overflow-wrap:anywhere]">
        {found ? <Match found={found} request={request} answer={answer} /> : null}
      </p>
    </div>
  );
}

function Match({ found, request, answer }: { found: string; request: string; answer: string | null }) {
  const what =
    found === answer ? "This is the answer that was given." : found === request ? "This is the request that was paid for." : null;
  if (what) {
    return (
      <span className="inline-flex items-center gap-1.5 font-label text-v-ok">
        <CircleCheck aria-hidden className="size-3.5" />
        {what}
      </span>
    );
  }
  return (
    <>
      <span className="inline-flex items-center gap-1.5 font-label text-v-caution">
        <TriangleAlert aria-hidden className="size-3.5" />
        Neither of the two.
      </span>{" "}
      <span className="num text-ink-3">sha256 {found}</span>
    </>
  );
}
