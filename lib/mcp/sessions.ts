import "server-only";
import { randomUUID } from "node:crypto";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { CallerMemory } from "./caller";
import { MCP_LIMITS } from "./limits";
import type { Shelf } from "./offered";
import { mcpServer } from "./server";

export type Session = {
  transport: WebStandardStreamableHTTPServerTransport;
  memory: CallerMemory;
  usedAt: number;
  /** Requests and streams that are going on. */
  open: number;
};

export type Sessions = {
  find: (id: string) => Session | null;
  /** A new one; null when there are as many as may be. It is kept once its client has said hello. */
  begin: (origin: string, shelf: Shelf, memory: CallerMemory) => Promise<Session | null>;
  count: () => number;
  stop: () => Promise<void>;
};

type Limits = { sessions: number; idleMs: number };

/** The sessions of one process. Who comes back after the end of theirs is told 404, and says hello again. */
export function createSessions({ sessions: most, idleMs }: Limits = MCP_LIMITS): Sessions {
  const all = new Map<string, Session>();
  const sweep = () => {
    const oldest = Date.now() - idleMs;
    for (const session of all.values()) if (session.open === 0 && session.usedAt < oldest) void session.transport.close();
  };
  const timer = setInterval(sweep, Math.min(idleMs / 2, 60_000));
  timer.unref();
  return {
    find: (id) => all.get(id) ?? null,
    begin: async (origin, shelf, memory) => {
      if (all.size >= most) return null;
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        onsessioninitialized: (id) => void all.set(id, session),
      });
      const session: Session = { transport, memory, usedAt: Date.now(), open: 0 };
      const server = mcpServer({ origin, shelf, memory, transport });
      server.onclose = () => all.delete(transport.sessionId ?? "");
      await server.connect(transport);
      return session;
    },
    count: () => all.size,
    stop: async () => {
      clearInterval(timer);
      await Promise.all([...all.values()].map(({ transport }) => transport.close()));
    },
  };
}

const KEY = Symbol.for("coinslot.mcpSessions");
type Holder = { [KEY]?: Sessions };

/** The one set of sessions of this process, however often this module is loaded. */
export function marketSessions(): Sessions {
  const holder = globalThis as Holder;
  holder[KEY] ??= createSessions();
  return holder[KEY];
}
