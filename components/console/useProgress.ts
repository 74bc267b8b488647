"use client";

import { useEffect } from "react";
import type { Authorization } from "../wire/transferTypedData";
import type { LedgerPayment } from "./callTypes";
import { readPayment } from "./sendPaid";

const EVERY_MS = 200;

/** While a payment is under way the ledger is asked how far it is. */
export function useProgress(authorization: Authorization | undefined, onPayment: (payment: LedgerPayment) => void): void {
  const payer = authorization?.from;
  const nonce = authorization?.nonce;
  useEffect(() => {
    if (!payer || !nonce) return;
    let asking = false;
    let over = false;
    const timer = setInterval(async () => {
      if (asking) return;
      asking = true;
      const payment = await readPayment({ payer, nonce });
      asking = false;
      if (payment && !over) onPayment(payment);
    }, EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [payer, nonce, onPayment]);
}
