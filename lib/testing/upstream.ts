import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";

export type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: Buffer };

export type TestUpstream = {
  origin: string;
  /** Every request that came, the first first. */
  seen: Seen[];
  /** Streams that their readers left. */
  left: () => number;
  close: () => Promise<void>;
};

/** A one-pixel PNG. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A real server that behaves as upstreams do: well, badly, and as a liar. `elsewhere`: where `/redirect/elsewhere` leads. */
export async function startUpstream({ elsewhere = "" }: { elsewhere?: string } = {}): Promise<TestUpstream> {
  const seen: Seen[] = [];
  let left = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) };
    seen.push(one);
    response.on("close", () => {
      if (!response.writableFinished) left += 1;
    });
    await answer(one, response, elsewhere).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    left: () => left,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type Answer = (seen: Seen, response: ServerResponse, rest: string, elsewhere: string) => Promise<unknown> | unknown;

async function answer(seen: Seen, response: ServerResponse, elsewhere: string): Promise<void> {
  const { pathname } = new URL(seen.url, "http://upstream.invalid");
  const [, first = "", ...rest] = pathname.split("/");
  const known = ROUTES[first];
  if (known) return void (await known(seen, response, rest.join("/"), elsewhere));
  send(response, 404, "application/json", JSON.stringify({ error: "no such thing" }));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string | string[]> = {},
) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers }).end(body);
}

const json = (response: ServerResponse, value: unknown, status = 200, headers = {}) =>
  send(response, status, "application/json", JSON.stringify(value), headers);

const ROUTES: Record<string, Answer> = {
  /** What came, as JSON. */
  echo: ({ method, url, headers, body }, response) => json(response, { method, url, headers, body: body.toString("utf8") }),
  weather: ({ url }, response, city) =>
    json(response, { city: decodeURIComponent(city), days: new URL(url, "http://a").searchParams.get("days") }),
  /** Says a number where text was promised. */
  lying: (_, response) => json(response, { city: 7 }),
  notjson: (_, response) => send(response, 200, "application/json", "{not json"),
  html: (_, response) => send(response, 200, "text/html", "<script>alert(document.domain)</script>", { "set-cookie": "a=b" }),
  picture: (_, response) => send(response, 200, "image/png", PIXEL),
  text: (_, response) => send(response, 200, "text/plain; charset=iso-8859-1", Buffer.from("na\xefve", "latin1")),
  made: (_, response) => json(response, { id: 1 }, 201),
  accepted: (_, response) => json(response, { id: 1 }, 202),
  nothing: (_, response) => void response.writeHead(204).end(),
  cookies: ({ headers }, response) => json(response, { cookie: headers.cookie ?? null }, 200, { "set-cookie": ["sid=1; Path=/", "b=2"] }),
  status: (_, response, code) => json(response, { error: `this is ${code}` }, Number(code), { "retry-after": "7" }),
  /** Says the key that it was given in its refusal. */
  telltale: ({ headers, url }, response, code) =>
    json(response, { error: `wrong key ${headers.authorization ?? headers["x-key"] ?? url}` }, Number(code)),
  slow: async (_, response) => {
    await sleep(30_000, undefined, { ref: false });
    response.end();
  },
  large: (_, response, bytes) => send(response, 200, "application/octet-stream", Buffer.alloc(Number(bytes), 7)),
  /** As large, but it does not say so beforehand. */
  endless: async (_, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    while (!response.destroyed) if (!response.write(Buffer.alloc(65_536))) await once(response, "drain");
  },
  bomb: (_, response) => send(response, 200, "application/json", BOMB, { "content-encoding": "gzip" }),
  badgzip: (_, response) => send(response, 200, "application/json", "this is no gzip", { "content-encoding": "gzip" }),
  cutgzip: (_, response) =>
    send(response, 200, "application/json", gzipSync(JSON.stringify({ a: "b".repeat(999) })).subarray(0, 30), {
      "content-encoding": "gzip",
    }),
  oddpacking: (_, response) => send(response, 200, "application/json", "{}", { "content-encoding": "rot13" }),
  gzip: (_, response) => send(response, 200, "application/json", gzipSync('{"packed":true}'), { "content-encoding": "gzip" }),
  /** Promises more than it sends. */
  short: (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write("{}");
    setTimeout(() => response.destroy(), 20);
  },
  headers: (_, response) => json(response, {}, 200, { "x-long": "x".repeat(100_000) }),
  redirect: (_, response, kind, elsewhere) => void response.writeHead(302, { location: TARGETS[kind] ?? elsewhere }).end(),
  /** Flows: parts with a pause between, then as its name says. */
  stream: async (_, response, end) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (let i = 0; i < (end === "long" ? 1_000 : 3) && !response.destroyed; i += 1) {
      response.write(`data: part ${i}\n\n`);
      await sleep(15);
    }
    if (end === "broken") response.destroy();
    else response.end();
  },
  packedstream: async (_, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson", "content-encoding": "gzip" });
    response.write(gzipSync('{"a":1}\n{"a":2}\n'));
    response.end();
  },
  nostream: (_, response) => void response.writeHead(500, { "content-type": "text/event-stream" }).end("data: no\n\n"),
};

const TARGETS: Record<string, string> = {
  loop: "/redirect/loop",
  metadata: "http://169.254.169.254/latest/meta-data/",
  private: "http://192.168.0.1/",
  file: "file:///etc/passwd",
  here: "/echo/moved",
  many: "/redirect/many2",
  many2: "/redirect/many3",
  many3: "/redirect/many4",
  many4: "/redirect/here",
  nowhere: "http://",
};

/** A few kilobytes that unpack to twenty megabytes. */
const BOMB = gzipSync(Buffer.alloc(20_000_000));
