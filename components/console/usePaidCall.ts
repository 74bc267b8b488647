"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useConnection, useSignTypedData } from "wagmi";
import type { CallTarget } from "@/lib/discovery/callRequest";
import { useMarket } from "../wallet/MarketContext";
import { type CallDesk, step } from "./callDesk";
import { type CallState, IDLE, type LedgerPayment } from "./callTypes";
import { CANCELLED } from "./ownRefusals";
import { payCall } from "./payCall";
import { findPending } from "./pendingCall";
import { resumeCall } from "./resumeCall";
import { useProgress } from "./useProgress";

/** One paid call from price to answer: what happened so far, and the verbs. A new call replaces the one before. */
export function usePaidCall(target: CallTarget) {
  const { slug } = target;
  const market = useMarket();
  const { address } = useConnection();
  const { mutateAsync: sign } = useSignTypedData();
  const queries = useQueryClient();
  const router = useRouter();
  const [state, update] = useState<CallState>(IDLE);
  /** Counts calls; what belongs to an older one is not heard any more. */
  const current = useRef(0);

  const deskOf = useCallback(
    (call: number): CallDesk => ({
      target,
      stopped: () => current.current !== call,
      update,
      ended: () => {
        void queries.invalidateQueries({ queryKey: ["usdc"] });
        router.refresh();
      },
    }),
    [target, queries, router],
  );

  const pay = (input: Record<string, unknown>, shownPrice: bigint) => {
    if (!address) return;
    current.current += 1;
    void payCall(deskOf(current.current), { address, market, shownPrice, sign }, input);
  };

  /** While the wallet is open. */
  const cancel = () => {
    step(deskOf(current.current), "not_charged", { refusal: CANCELLED });
    current.current += 1;
  };

  useEffect(() => {
    const pending = findPending(slug);
    if (!pending || current.current > 0) return;
    current.current += 1;
    void resumeCall(deskOf(current.current), pending);
  }, [slug, deskOf]);

  const onPayment = useCallback((payment: LedgerPayment) => {
    update((was) => (was.phase === "paying" && was.record ? { ...was, record: { ...was.record, payment } } : was));
  }, []);
  useProgress(state.phase === "paying" ? state.record?.sign?.authorization : undefined, onPayment);

  return { ...state, pay, cancel };
}
