/** What one door holds at the same time, and for how long. Times in ms. */
export const MCP_LIMITS = {
  /** Beyond these, callers are served without a session: nothing but notifications needs one. */
  sessions: 1_000,
  /** A session that nobody used for so long, and that has no stream open, ends. */
  idleMs: 60 * 60_000,
  /** Tools on a page of `tools/list`. */
  pageSize: 50,
  /** Around the arguments of a call: its JSON-RPC envelope and its payment. */
  envelopeBytes: 64 * 1024,
  /** Results of `search_tools`, and tools in the catalog's resource. */
  mostFound: 25,
  mostListed: 500,
} as const;
