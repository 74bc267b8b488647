/** What is sold: a server that says its body back, in a process of its own. With UPSTREAM, one that asks that other one instead. */
import { createServer } from "node:http";
import { request } from "undici";

const upstream = process.env.UPSTREAM;

createServer(async (incoming, outgoing) => {
  const parts: Buffer[] = [];
  for await (const part of incoming as AsyncIterable<Buffer>) parts.push(part);
  const body = Buffer.concat(parts);
  const given = upstream ? await ask(upstream, incoming.url ?? "/", body) : body;
  outgoing.writeHead(200, { "content-type": "application/json", "content-length": given.length }).end(given);
}).listen(Number(process.env.PORT), "127.0.0.1");

async function ask(origin: string, path: string, body: Buffer): Promise<Buffer> {
  const answer = await request(`${origin}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return Buffer.from(await answer.body.arrayBuffer());
}
