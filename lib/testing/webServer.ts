import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";

type Handler = (request: Request) => Promise<Response>;
export type WebServer = { origin: string; close: () => Promise<void> };

/** Route handlers behind a real port, handed over as Next does it: streams flow, and who leaves cancels them. */
export async function webServer(routes: Record<string, Partial<Record<string, Handler>>>): Promise<WebServer> {
  const server = createServer((incoming, outgoing) => {
    serve(routes, incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function serve(routes: Record<string, Partial<Record<string, Handler>>>, incoming: IncomingMessage, outgoing: ServerResponse) {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
  const handler = routes[url.pathname]?.[incoming.method ?? ""];
  if (!handler) return void outgoing.writeHead(404).end();
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  const bare = ["GET", "HEAD", "DELETE", "OPTIONS"].includes(incoming.method ?? "");
  const body = bare ? {} : { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: "half" };
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]));
  const response = await handler(new Request(url, { method: incoming.method ?? "GET", headers, signal: gone.signal, ...body }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (!response.body) return void outgoing.end();
  await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing);
}
