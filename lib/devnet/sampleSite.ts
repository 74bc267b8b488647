import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "./freePort";
import type { Answer } from "./sampleSite/page";
import { type Routes, routes } from "./sampleSite/routes";

export type SampleSite = { origin: string; close: () => Promise<void> };

/** A small made-up site on this machine, so that every tool can be tried where there is no internet. */
export async function startSampleSite(preferredPort?: number): Promise<SampleSite> {
  const port = await freePort(preferredPort);
  const server = createServer((request, response) => answer(request, response, known));
  // It must not keep a process alive that has nothing else to do.
  server.listen(port, "127.0.0.1").unref();
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const known: Routes = routes(origin);
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { origin, close };
}

function answer(request: IncomingMessage, response: ServerResponse, known: Routes): void {
  const { pathname } = new URL(request.url ?? "/", "http://sample.invalid");
  const asked = request.method === "GET" || request.method === "HEAD";
  const found: Answer = !asked
    ? { status: 405, type: "text/plain", headers: { allow: "GET, HEAD" }, body: "This site is only read.\n" }
    : Object.hasOwn(known, pathname) && known[pathname]
      ? known[pathname]()
      : { status: 404, type: "text/html; charset=utf-8", body: NOT_FOUND };
  const { status = 200, type, headers = {}, body } = found;
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers });
  response.end(request.method === "HEAD" ? undefined : body);
}

const NOT_FOUND = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sold out</title></head>
<body><h1>Sold out</h1><p>There is nothing at this address. <a href="/">Back to the bread</a></p></body></html>
`;
