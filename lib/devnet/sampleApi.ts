import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { freePort } from "./freePort";
import { type ApiAnswer, BadRequest, json } from "./sampleApi/answer";
import { description } from "./sampleApi/description";
import { compute } from "./sampleApi/routes";

export type SampleApi = { origin: string; close: () => Promise<void> };

/** Where anybody on this machine may leave a proof that the API is theirs: a convenience of the local chain, and nothing else. */
const PROOF = "/.well-known/coinslot.txt";
const MOST_BYTES = 256 * 1024;
const MOST_PROOF_BYTES = 4 * 1024;

/** A small real API on this machine, so that listing and selling one can be tried where there is no internet. */
export async function startSampleApi(preferredPort?: number): Promise<SampleApi> {
  const port = await freePort(preferredPort);
  let proof = "";
  const answerTo = async (request: IncomingMessage): Promise<ApiAnswer> => {
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "");
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://sample.invalid");
    if (path === PROOF && method === "PUT") {
      proof = await readText(request, MOST_PROOF_BYTES);
      return { type: "text/plain; charset=utf-8", body: "Kept until this API stops.\n" };
    }
    if (path === PROOF && method === "GET" && proof) return { type: "text/plain; charset=utf-8", body: proof };
    if (path === "/openapi.json" && method === "GET") return json(description(origin));
    if (path === "/" && method === "GET") return { type: "text/plain; charset=utf-8", body: welcome(origin) };
    const body = await readText(request, MOST_BYTES);
    return compute({ method, path, query, body }) ?? json({ error: "not_found", message: "There is nothing at this address." }, 404);
  };
  const server = createServer((request, response) => {
    answerTo(request)
      .catch(faultOf)
      .then((answer) => send(request, response, answer))
      .catch(() => response.destroy());
  });
  // It must not keep a process alive that has nothing else to do.
  server.listen(port, "127.0.0.1").unref();
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { origin, close };
}

function faultOf(error: unknown): ApiAnswer {
  if (error instanceof BadRequest) return json({ error: "bad_request", field: error.field, message: error.message }, 400);
  if (error instanceof URIError) return json({ error: "bad_request", message: "The address is not well encoded." }, 400);
  throw error;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, type, headers = {}, body }: ApiAnswer,
): Promise<void> {
  const whole = typeof body === "string" || Buffer.isBuffer(body);
  response.writeHead(status, { "content-type": type, ...(whole ? { "content-length": Buffer.byteLength(body) } : {}), ...headers });
  if (request.method === "HEAD") return void response.end();
  if (whole) return void response.end(body);
  await pipeline(Readable.from(body), response);
}

async function readText(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new BadRequest("(body)", `The body is larger than ${most} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function welcome(origin: string): string {
  return `Almanac: a small API beside the local chain, to list and sell for trying.

  ${origin}/openapi.json        its description: paste this address where a new listing asks for one
  ${origin}/sun/2026-06-21?latitude=59.91&longitude=10.75
  ${origin}/moon/2026-06-21

To prove that it is yours, PUT the line that you are given to ${origin}${PROOF}:

  curl -X PUT --data-binary 'the line' ${origin}${PROOF}
`;
}
