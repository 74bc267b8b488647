import type { Socket } from "node:net";

/** What may be asked of the web. Times in ms, sizes in bytes; each has a default and a ceiling in the guard. */
export type WebRequest = {
  method?: "GET" | "HEAD";
  /** Beside the market's own user agent, which stays as it is. */
  headers?: Record<string, string>;
  timeoutMs?: number;
  maxBytes?: number;
  /** 0 follows nothing: a redirect is then the answer. */
  maxRedirects?: number;
  /** How long to wait for a turn at a host that is asked by others; 0, the default, refuses at once. For calls of several pages. */
  patienceMs?: number;
  /** A kept answer to the same request may be this old; 0, the default, asks anew. */
  maxAgeSeconds?: number;
  signal: AbortSignal;
};

/** One answer on the way from the first address to the last. */
export type WebHop = { url: string; status: number; location: string | null; ms: number };

export type WebAnswer = {
  /** The address that answered in the end. */
  url: string;
  status: number;
  /** Names in lower case; a header that came several times is joined by ", ", `set-cookie` stands apart. */
  headers: Record<string, string>;
  setCookies: string[];
  /** Decompressed. */
  body: Buffer;
  /** The body was longer than `maxBytes`: what is here is its beginning. */
  truncated: boolean;
  hops: WebHop[];
  /** From sending to the last hop's headers, and to the end of its body. */
  firstByteMs: number;
  totalMs: number;
  /** When it was really fetched, and how old that is now. */
  fetchedAt: Date;
  ageSeconds: number;
};

/**
 * The guarded way out. Throws a `ToolRefusal`: `address_not_allowed`, `bad_url`, `unreachable` (name, connection or TLS),
 * `too_many_redirects`, `too_slow`, and `host_busy` (kind `busy`) where politeness to the host forbids one more.
 */
export type Web = {
  fetch: (url: string, request: WebRequest) => Promise<WebAnswer>;
  /** Is this address one that the guard would connect to? For those who connect by other means (a browser). Throws like `fetch`. */
  check: (url: string) => Promise<void>;
  /** A connection to a checked address, for those who speak HTTP by other means. Ends with itself, not with `signal`. */
  connect: (host: string, port: number, signal: AbortSignal) => Promise<Socket>;
  /** The name that the market gives itself, with an address to read about it. */
  userAgent: string;
};
