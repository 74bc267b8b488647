import type { X402Version } from "@/lib/payments/types";

/** Who calls: over which address, with what in `_meta`, and what was learnt of them before. */
export type Caller = {
  /** `https://market.example` */
  origin: string;
  meta: Record<string, unknown> | undefined;
  memory: CallerMemory;
};

/** What a session remembers. Without one it lasts for a request. */
export type CallerMemory = { version: X402Version | null };
