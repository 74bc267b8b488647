import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
export type Receiver = {
  origin: string;
  got: Received[];
  answer: (how: (got: Received, res: ServerResponse) => void) => void;
  close: () => void;
};

/** A server that is told of things, as a seller would run it. */
export async function startReceiver(): Promise<Receiver> {
  const got: Received[] = [];
  let how: (got: Received, res: ServerResponse) => void = (_, res) => void res.end("ok");
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (part) => {
      body += part;
    });
    req.on("end", () => {
      const one = { path: req.url ?? "", headers: req.headers, body };
      got.push(one);
      how(one, res);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    answer: (next) => {
      how = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
