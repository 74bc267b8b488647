"use client";

import { type ReactNode, useEffect } from "react";
import { useElapsed } from "../console/useElapsed";
import { EmptyState } from "../ui/EmptyState";
import { ChecksToCome } from "./ChecksToCome";
import { DoctorForm } from "./DoctorForm";
import { DoctorReport } from "./DoctorReport";
import { summaryWords } from "./doctorWords";
import { type DoctorQuestion, type DoctorState, useDoctor } from "./useDoctor";

type Props = { first: { url: string; method: "auto" | "GET" | "POST" }; titles: readonly string[]; children: ReactNode };

/** The doctor's page: the question at the left, the report at the right. An address in the link is examined at once. */
export function DoctorDesk({ first, titles, children }: Props) {
  const doctor = useDoctor();
  const { report, asked, asking, fault, examine } = doctor;
  const { url, method } = first;
  useEffect(() => {
    if (url) examine({ url, ...(method === "auto" ? {} : { method }) });
  }, [url, method, examine]);
  const seconds = Math.floor(useElapsed(asking ? JSON.stringify(asking) : null, 250) / 1000);
  const ask = (question: DoctorQuestion) => {
    rememberInLink(question);
    examine(question);
  };
  const again = () => asked && ask(asked);
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <DoctorForm first={first} busy={asking !== null} fault={fault?.of === "url" ? fault.message : null} onAsk={ask} />
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <p role="status" className="sr-only">
          {statusWords(doctor)}
        </p>
        {report ? (
          <DoctorReport report={report} onAgain={again} busy={asking !== null} />
        ) : fault?.of === "doctor" ? (
          <EmptyState title="No report this time" failed>
            {fault.message}
          </EmptyState>
        ) : (
          <ChecksToCome titles={titles} seconds={asking ? seconds : null} />
        )}
      </div>
      {children}
    </div>
  );
}

/** So that the page can be sent to somebody, and reloaded; what is sent with POST stays here. */
function rememberInLink({ url, method }: DoctorQuestion): void {
  const query = new URLSearchParams({ url, ...(method ? { method } : {}) });
  window.history.replaceState(null, "", `/doctor?${query}`);
}

function statusWords({ asking, report, fault }: DoctorState): string {
  if (asking) return `Checking ${asking.url}`;
  if (fault) return fault.message;
  return report ? `Checked: ${summaryWords(report)}` : "";
}
