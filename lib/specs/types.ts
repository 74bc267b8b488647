import type { OperationShape } from "@/lib/gateway/types";

/** What is wrong with a description, and where. */
export type SpecFault = {
  /** Stable, such as `spec_not_parsable`, `spec_too_large`, `ref_not_allowed`, `operation_skipped`. */
  code: string;
  message: string;
  /** The way to mend it. */
  hint?: string;
  /** From 1; null where no line can be named. */
  line: number | null;
  /** JSON pointer into the document, such as `/paths/~1pets/get`. */
  pointer: string | null;
};

/** One operation of a description, ready to be listed. */
export type SpecOperation = {
  /** `GET /pets/{id}`. */
  key: string;
  /** A name for addresses: lower case, unique within the document. */
  name: string;
  /** One line; from the summary, the operation's id or the path. Plain text. */
  question: string;
  description: string;
  tags: string[];
  deprecated: boolean;
  shape: OperationShape;
  /** Made from the description's examples and defaults; may not fit where it says too little. */
  example: Record<string, unknown>;
};

export type Spec = {
  format: "openapi-3.0" | "openapi-3.1" | "swagger-2.0";
  title: string;
  version: string;
  description: string;
  /** Absolute addresses, the first is the one to offer. */
  servers: string[];
  /** How the API wants to be asked for its key, where it says so. */
  auth: { kind: "bearer" | "basic" } | { kind: "header" | "query"; name: string } | null;
  operations: SpecOperation[];
  /** Operations that can't be sold, and why: nothing here keeps the others from being listed. */
  notes: SpecFault[];
};

/** Never throws for what a stranger wrote. */
export type ReadSpec = { ok: true; spec: Spec } | { ok: false; faults: SpecFault[] };

/** What a newer description changes. */
export type SpecChange =
  | { kind: "added"; operation: SpecOperation }
  /** `what`: in words, such as "input `days` is now needed". `breaking`: callers of the old one may fail. */
  | { kind: "changed"; operation: SpecOperation; what: string[]; breaking: boolean }
  | { kind: "removed"; key: string; name: string };
