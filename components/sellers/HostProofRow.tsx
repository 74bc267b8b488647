"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { cx } from "@/components/ui/cx";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { askMarket } from "./askMarket";
import { FindingNote } from "./FindingNote";
import { ProofPlaces } from "./ProofPlaces";
import type { Checked, Proof } from "./proof";
import { RefusedNote } from "./RefusedNote";

type Standing = { icon: LucideIcon; color: string; word: string };

/** One host: proven or not, what to place where, and a look at it now. */
export function HostProofRow({ proof, startsOpen }: { proof: Proof; startsOpen: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(startsOpen);
  const { host } = proof;
  const refresh = () => router.refresh();
  const check = useMutation({ mutationFn: () => askMarket<Checked>("/api/seller/proofs/check", "POST", { host }), onSettled: refresh });
  const remove = useMutation({ mutationFn: () => askMarket("/api/seller/proofs", "DELETE", { host }), onSuccess: refresh });
  const { icon: Icon, color, word } = standingOf(proof);
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="num truncate text-2 font-label">{host}</p>
          <p className={cx("flex items-center gap-1.5 text-2 font-label", color)}>
            <Icon aria-hidden className="size-3.5 shrink-0" />
            {word}
            {proof.checkedAt ? (
              <span className="font-normal text-ink-3">
                looked at <RelativeTime at={proof.checkedAt} />
              </span>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={check.isPending} onClick={() => check.mutate()}>
            {proof.proven ? "Look again" : "Check"}
          </Button>
          <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide the proof" : "Show the proof"}
          </Button>
          <Button size="sm" variant="ghost" busy={remove.isPending} onClick={() => remove.mutate()} aria-label={`Remove ${host}`}>
            Remove
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {check.data ? <FindingNote checked={check.data} /> : proof.failure && proof.failingSince ? <LastFailure proof={proof} /> : null}
      </div>
      <RefusedNote error={check.error ?? remove.error} />
      {open ? <ProofPlaces proof={proof} /> : null}
    </li>
  );
}

function standingOf({ proven, method, failingSince, checkedAt }: Proof): Standing {
  if (proven && failingSince) return { icon: CircleAlert, color: "text-unknown", word: "Proven, but not found at the last look" };
  if (proven) return { icon: CircleCheck, color: "text-settled", word: method === "dns" ? "Proven by a TXT record" : "Proven by a file" };
  return { icon: CircleDashed, color: "text-ink-3", word: checkedAt ? "Not proven" : "Not proven yet" };
}

function LastFailure({ proof: { failure, failingSince, proven } }: { proof: Proof }) {
  return (
    <p className="mt-2 text-2 text-ink-2 [overflow-wrap:anywhere]">
      {failure}
      {proven && failingSince ? (
        <span className="block text-ink-3">
          Missing since <RelativeTime at={failingSince} />. If it stays away, what you sell from this host goes off the shelves.
        </span>
      ) : null}
    </p>
  );
}
