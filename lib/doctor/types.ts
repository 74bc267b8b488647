import type { Hex } from "viem";

export type AskMethod = "GET" | "HEAD" | "POST" | "OPTIONS";
export type ProbeMethod = "GET" | "POST";

/** What one request brought back, or why nothing came. Times in ms; nothing in it has been cleaned or cut for showing. */
export type Answered = {
  ok: true;
  method: AskMethod;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** The body was longer than is read. */
  truncated: boolean;
  ms: number;
};
export type NotAnswered = {
  ok: false;
  method: AskMethod;
  /** `address_not_allowed`, `bad_url`, `unreachable`, `too_slow`, `host_busy`. */
  reason: string;
  message: string;
  ms: number;
};
export type Answer = Answered | NotAnswered;

/** Something in the terms that clients stumble over, and the words that mend it. */
export type Fault = { field: string; message: string; mend: string };

/** One entry of `accepts`, as it was written; null for what is missing or of another kind. */
export type Entry = {
  scheme: string | null;
  /** `eip155:84532` in version 2, `base-sepolia` in version 1. */
  network: string | null;
  /** The CAIP-2 id of that network; null for one that is not known. */
  chain: string | null;
  /** `amount` or `maxAmountRequired`, as text, whatever it was. */
  amount: string | null;
  /** The amount in atomic units, decimal text; null where it is none. */
  atomic: string | null;
  asset: string | null;
  payTo: string | null;
  maxTimeoutSeconds: number | null;
  /** EIP-712 domain of the asset, from `extra`. */
  name: string | null;
  version: string | null;
  /** Version 1 only. */
  resource: string | null;
  description: string | null;
  mimeType: string | null;
  outputSchema: unknown;
  faults: Fault[];
  amountFault: Fault | null;
};

/** What a 402 asks for, in one of the two versions. */
export type Terms = {
  x402Version: 1 | 2;
  /** The address that they are for; in version 1 the first entry's. */
  resource: string | null;
  description: string | null;
  mimeType: string | null;
  serviceName: string | null;
  tags: string[];
  entries: Entry[];
  /** Faults of the whole; those of an entry stand with it. */
  faults: Fault[];
  /** As it was decoded. */
  decoded: Record<string, unknown>;
};

export type Reading = { kind: "absent" } | ({ kind: "unreadable" } & Fault) | { kind: "terms"; terms: Terms };

/** An unpaid request and what the answer says of paying, in both versions. */
export type Probe = NotAnswered | (Answered & { v2: Reading; v1: Reading });

/** The certificate of a host: whether it holds, and for how long. */
export type Certificate =
  | {
      ok: true;
      trusted: boolean;
      why: string | null;
      protocol: string | null;
      subject: string;
      issuer: string;
      validTo: Date;
      names: string;
    }
  | { ok: false; message: string };

/** What the chain says of the asset and of whom is paid; null where it could not be read. */
export type ChainFacts = {
  /** No contract is at the asset's address. */
  noToken: boolean | null;
  /** EIP-712 domain of the asset as the contract has it. */
  domain: { separator: Hex | null; name: string | null; version: string | null };
  payTo: { code: boolean; nonce: number; wei: bigint; tokens: bigint | null } | null;
};

export type TrialKind = "too_small" | "expired" | "other_pay_to" | "garbage";

/** A payment that must be refused, and what came of it. It is signed with a key that was made for it and owns nothing. */
export type Trial = { kind: TrialKind; x402Version: 1 | 2; header: string; sent: string; answer: Answer };

/** All that was found out about an address; the checks look at this and ask nothing more. */
export type Facts = {
  url: URL;
  method: ProbeMethod;
  now: Date;
  /** An address of the market itself on the local chain. */
  own: boolean;
  /** null over plain http. */
  certificate: Certificate | null;
  probe: Probe;
  /** null where it was not asked, because nothing answered or nothing asked for money. */
  other: Answer | null;
  head: Answer | null;
  cors: Answer | null;
  preflight: Answer | null;
  trials: Trial[];
  /** null where the chain can't be read from here, or no entry is on one. */
  chain: ChainFacts | null;
  openapi: Answer | null;
  wellKnown: Answer | null;
};
