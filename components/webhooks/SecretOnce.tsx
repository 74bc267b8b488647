"use client";

import { Button } from "@/components/ui/Button";
import { CopyButton } from "@/components/ui/CopyButton";
import { Note } from "@/components/ui/Note";

type Props = { secret: string /** More to know about it. */; words: string; onDone: () => void };

/** A secret in the one moment in which it is shown. */
export function SecretOnce({ secret, words, onDone }: Props) {
  return (
    <Note tone="warn">
      <p className="font-strong">Copy its secret now: it is not shown again.</p>
      <p className="mt-2 flex items-center gap-2">
        <code className="num min-w-0 text-2 break-all">{secret}</code>
        <CopyButton text={secret} what="signing secret" label="Copy" />
      </p>
      <p className="mt-2 max-w-measure text-ink-2">{words}</p>
      <Button size="sm" className="mt-3" onClick={onDone}>
        I have it
      </Button>
    </Note>
  );
}
