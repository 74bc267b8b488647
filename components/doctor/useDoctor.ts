"use client";

import { useCallback, useRef, useState } from "react";
import type { DoctorReport } from "@/lib/doctor/report";

export type DoctorQuestion = { url: string; method?: "GET" | "POST"; body?: Record<string, unknown> };
export type DoctorState = {
  report: DoctorReport | null;
  /** What that report was asked with, to ask the same again. */
  asked: DoctorQuestion | null;
  /** What is being examined now. */
  asking: DoctorQuestion | null;
  /** `url`: the address itself is the fault. */
  fault: { message: string; of: "url" | "doctor" } | null;
};

const NOTHING: DoctorState = { report: null, asked: null, asking: null, fault: null };

/** Asks the doctor; the newest question counts. A report stays until the next one is there. */
export function useDoctor(): DoctorState & { examine: (question: DoctorQuestion) => void } {
  const [state, setState] = useState(NOTHING);
  const turn = useRef(0);
  const examine = useCallback((question: DoctorQuestion) => {
    turn.current += 1;
    const mine = turn.current;
    setState(({ report }) => ({ report: report?.url === question.url ? report : null, asked: question, asking: question, fault: null }));
    askDoctor(question).then(
      (next) => turn.current === mine && setState({ ...NOTHING, asked: question, ...next }),
      () =>
        turn.current === mine &&
        setState({ ...NOTHING, fault: { message: "The market did not answer. Is your connection up?", of: "doctor" } }),
    );
  }, []);
  return { ...state, examine };
}

async function askDoctor(question: DoctorQuestion): Promise<Partial<DoctorState>> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const response = await fetch("/api/v1/doctor", { method: "POST", headers, body: JSON.stringify(question) });
  const body = (await response.json()) as DoctorReport | { message?: unknown; hint?: unknown };
  if (response.ok) return { report: body as DoctorReport };
  const { message, hint } = body as { message?: unknown; hint?: unknown };
  const words = [message, hint].filter((part) => typeof part === "string").join(" ");
  return { fault: { message: words || `The market answered ${response.status}.`, of: response.status === 400 ? "url" : "doctor" } };
}
