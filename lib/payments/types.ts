import type { Address, Hex } from "viem";
import type { Network } from "@/lib/chains";

export type X402Version = 1 | 2;
export type PaymentHeader = "X-PAYMENT" | "PAYMENT-SIGNATURE";

/** One entry of `accepts` in version 2 (x402 v2, PaymentRequirements). */
export type Requirements = {
  scheme: "exact";
  network: Network;
  /** Atomic units, decimal text. */
  amount: string;
  asset: Address;
  payTo: Address;
  maxTimeoutSeconds: number;
  /** EIP-712 domain name and version of the asset. */
  extra: { name: string; version: string };
};

/** EIP-3009 TransferWithAuthorization. */
export type Authorization = {
  from: Address;
  to: Address;
  value: bigint;
  validAfter: bigint;
  validBefore: bigint;
  nonce: Hex;
};

/** The fields of a chosen `accepts` entry that clients send back; each may be missing. */
export type AcceptedTerms = {
  scheme?: string;
  network?: string;
  asset?: string;
  payTo?: string;
  amount?: string;
};

/** A payment as it was read from a header: well-formed, not yet verified. */
export type Payment = {
  x402Version: X402Version;
  header: PaymentHeader;
  accepted: AcceptedTerms;
  authorization: Authorization;
  signature: Hex;
  /** The payer's own name for the call (extension `payment-identifier`). */
  identifier: string | null;
};

/** What the pipeline knows of a request; no framework in it. */
export type RequestFacts = {
  method: "GET" | "POST";
  /** Absolute public address of the route, without a query. */
  resource: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
  receivedAt: Date;
};
