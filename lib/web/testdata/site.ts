import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { answerCache } from "../answerCache";
import { openWeb, type WebOptions } from "../openWeb";
import type { PoliteLimits } from "../politeness";
import { turnCounts } from "../turns";
import type { Web, WebRequest } from "../types";

export type Site = { origin: string; port: number; asked: string[]; close: () => Promise<void> };

/** A real server on this machine that answers as a test wants, and remembers what it was asked. */
export async function startSite(answer: RequestListener, tls?: { key: string; cert: string }): Promise<Site> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.on("error", () => undefined);
    return answer(request, response);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server as Server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server as Server, "close");
  };
  return { origin: `${tls ? "https" : "http"}://127.0.0.1:${port}`, port, asked, close };
}

const MANY: PoliteLimits = { atOnce: 1_000, perSecond: 10_000, burst: 10_000 };

/** A way out that may reach these sites, and strangers only by the names that a test gives addresses to. */
export function testWeb(sites: readonly Site[], options: Partial<WebOptions> = {}): Web {
  return openWeb({
    resolve: async (host) => [host.replace(/^\[|\]$/g, "")],
    localOrigins: new Set(sites.map(({ origin }) => origin)),
    allowLocal: false,
    turns: turnCounts({ site: MANY, address: MANY, own: MANY, connection: MANY }),
    cache: answerCache(1_000_000, 3_600),
    userAgent: "TestBot/1.0",
    ...options,
  });
}

export const request = (more: Partial<WebRequest> = {}): WebRequest => ({ signal: new AbortController().signal, ...more });
