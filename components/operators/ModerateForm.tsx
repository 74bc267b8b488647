"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { askMarket, Refused } from "@/components/sellers/askMarket";
import { RefusedNote } from "@/components/sellers/RefusedNote";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { TextArea } from "@/components/ui/TextArea";

type Action = "remove" | "restore";
type Props = { id: string; title: string; action: Action };

const WORDS = {
  remove: { open: "Take down", go: "Take it down", done: "Taken down", help: "Everybody can read it." },
  restore: {
    open: "Allow again",
    go: "Allow it again",
    done: "Allowed again",
    help: "Everybody can read it. Its seller has to publish it.",
  },
} as const;

/** Asks for the reason before anything is done. */
export function ModerateForm({ id, title, action }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const words = WORDS[action];
  const move = useMutation({
    mutationFn: () => askMarket(`/api/operator/listings/${id}/${action}`, "POST", { reason }),
    onSuccess: () => {
      toast(`${words.done}: ${title}`);
      router.refresh();
    },
  });
  if (!open) {
    return (
      <Button
        size="sm"
        variant={action === "remove" ? "danger" : "line"}
        onClick={() => setOpen(true)}
        aria-label={`${words.open}: ${title}`}
      >
        {words.open}
      </Button>
    );
  }
  const fault = move.error instanceof Refused ? move.error.fields.reason : undefined;
  return (
    <form
      noValidate
      className="w-full max-w-100"
      onSubmit={(event) => {
        event.preventDefault();
        if (!move.isPending) move.mutate();
      }}
    >
      <Field label="Reason" side={title.slice(0, 40)} help={words.help} error={fault}>
        {(control) => (
          <TextArea {...control} autoFocus value={reason} maxLength={400} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="mt-3 flex gap-2">
        <Button type="submit" size="sm" variant={action === "remove" ? "danger" : "ink"} busy={move.isPending}>
          {words.go}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
          Leave it
        </Button>
      </div>
      <RefusedNote error={move.error} fields={["reason"]} />
    </form>
  );
}
