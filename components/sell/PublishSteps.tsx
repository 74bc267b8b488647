"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DoctorReport as Report } from "@/lib/doctor/report";
import type { WholeJson } from "@/lib/listings/listingJson";
import { DoctorReport } from "../doctor/DoctorReport";
import { askMarket } from "../sellers/askMarket";
import { HostProofRow } from "../sellers/HostProofRow";
import type { Proof } from "../sellers/proof";
import { RefusedNote } from "../sellers/RefusedNote";
import { BusyIcon } from "../ui/BusyIcon";
import { Button } from "../ui/Button";
import { ButtonLink } from "../ui/ButtonLink";
import { SellStep } from "./SellStep";
import { useListing } from "./useListing";

type Props = { listing: WholeJson; proof: Proof | null; host: string; page: string };

/** From the draft to the shelves: what is done, what is missing, and what an agent would see. */
export function PublishSteps({ listing, proof, host, page }: Props) {
  const { id, state } = listing;
  const [report, setReport] = useState<Report | null>(null);
  const doctor = useListing<{ report: Report }>(id, "POST", "/doctor", (said) => setReport(said.report));
  const publish = useListing(id, "POST", "/publish", () => doctor.mutate({}));
  const off = useListing(id, "POST", "/off");
  const proven = proof?.proven === true;
  const isPublic = state === "public";
  return (
    <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <ol className="grid content-start gap-8">
        <SellStep state={proven ? "done" : 1} title={proven ? `${host} is yours` : `Prove that ${host} is yours`}>
          {proof ? (
            <ul className="border-t border-line-strong">
              <HostProofRow proof={proof} startsOpen={!proven} />
            </ul>
          ) : (
            <BeginProof host={host} />
          )}
        </SellStep>
        <SellStep state={isPublic ? "done" : proven ? 2 : "later"} number={2} title={isPublic ? "On the shelves" : "Publish"}>
          {state === "removed" ? (
            <p>The market has taken it down: {listing.stateReason}</p>
          ) : isPublic ? (
            <div className="flex flex-wrap items-center gap-2">
              <ButtonLink href={page}>See its page</ButtonLink>
              <Button variant="ghost" busy={off.isPending} onClick={() => off.mutate({})}>
                Take it off
              </Button>
            </div>
          ) : (
            <>
              <p className="mb-3">
                {state === "off"
                  ? `It is off: ${listing.stateReason ?? "you took it off."}`
                  : "Everybody sees it then, and can pay for it."}
              </p>
              <Button variant="ink" busy={publish.isPending} disabled={!proven} onClick={() => publish.mutate({})}>
                Publish
              </Button>
              {proven ? null : <p className="mt-2 text-ink-3">After the proof.</p>}
            </>
          )}
          <RefusedNote error={publish.error ?? off.error} />
        </SellStep>
        <SellStep state={isPublic ? 3 : "later"} number={3} title="Buy it yourself, once">
          {isPublic ? (
            <>
              <p className="mb-3">You see both sides: what a payer gets, and the payment in your dashboard.</p>
              <ButtonLink href={page}>Buy it in the browser</ButtonLink>
            </>
          ) : (
            "One call from a test wallet. You see what a payer gets, and the first line of your dashboard."
          )}
        </SellStep>
      </ol>
      <div className="min-w-0" aria-live="polite">
        {report ? (
          <DoctorReport report={report} onAgain={() => doctor.mutate({})} busy={doctor.isPending} />
        ) : (
          <>
            <h2 className="text-3 font-strong">Listing doctor</h2>
            <p className="mt-1 max-w-measure text-2 text-ink-2">
              Calls one of your operations as an agent would, without paying, and says what would make it stumble.
            </p>
            <div className="mt-3">
              {doctor.isPending ? (
                <p className="flex items-center gap-2 text-2 text-ink-2">
                  <BusyIcon className="size-4" /> Examining. It takes up to half a minute.
                </p>
              ) : (
                <Button disabled={!isPublic && listing.kind === "api"} onClick={() => doctor.mutate({})}>
                  Examine it
                </Button>
              )}
              {!isPublic && listing.kind === "api" ? <p className="mt-2 text-2 text-ink-3">Runs by itself once it is public.</p> : null}
            </div>
          </>
        )}
        <RefusedNote error={doctor.error} />
      </div>
    </div>
  );
}

function BeginProof({ host }: { host: string }) {
  const router = useRouter();
  const begin = useMutation({
    mutationFn: () => askMarket("/api/seller/proofs", "POST", { host }),
    onSuccess: () => router.refresh(),
  });
  return (
    <>
      <Button busy={begin.isPending} onClick={() => begin.mutate()}>
        Show what to place
      </Button>
      <RefusedNote error={begin.error} />
    </>
  );
}
