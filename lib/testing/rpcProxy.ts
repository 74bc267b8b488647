import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, keccak256 } from "viem";

/** How a node may misbehave. Shares are from 0 to 1, of the requests. */
export type RpcFaults = {
  delayMs: number;
  /** Answers an error of its own instead of asking. */
  errors: number;
  /** Says that it took a transaction, and forgets it. */
  forgets: number;
  /** Answers as of so many blocks ago. */
  lag: number;
  /** Keeps whoever sends a transaction waiting for ever: it has not been passed on, or it has. */
  hangs: "never" | "before" | "after";
};

export type RpcProxy = { url: string; faults: RpcFaults; heal: () => void; close: () => Promise<void> };

const WELL: RpcFaults = { delayMs: 0, errors: 0, forgets: 0, lag: 0, hangs: "never" };

type Call = { id: number; method: string; params: unknown[] };

/** A node between the market and its chain that does what public nodes do on bad days. `random` decides, so a seed repeats it. */
export async function startRpcProxy(target: string, random: () => number = Math.random): Promise<RpcProxy> {
  const faults = { ...WELL };
  const ask = async (body: unknown) => (await fetch(target, { method: "POST", body: JSON.stringify(body), headers: JSON_TYPE })).json();
  const answerOne = async (call: Call): Promise<unknown> => {
    if (random() < faults.errors) return { jsonrpc: "2.0", id: call.id, error: { code: -32_603, message: "upstream is busy" } };
    const sends = /^eth_sendRawTransaction/.test(call.method);
    if (sends && random() < faults.forgets) return forgotten(call);
    if (sends && faults.hangs !== "never") {
      if (faults.hangs === "after") await ask({ ...call, method: "eth_sendRawTransaction" });
      return new Promise(() => undefined);
    }
    if (faults.lag > 0) return ask(await lagged(call, faults.lag, ask));
    return ask(call);
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await read(request)) as Call | Call[];
    if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs * random()));
    const answer = await (Array.isArray(body) ? Promise.all(body.map(answerOne)) : answerOne(body)).catch(() => null);
    if (answer === null) return void response.destroy();
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    heal: () => void Object.assign(faults, WELL),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const JSON_TYPE = { "content-type": "application/json" };

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function forgotten({ id, method, params }: Call): unknown {
  if (method === "eth_sendRawTransaction") return { jsonrpc: "2.0", id, result: keccak256(params[0] as Hex) };
  return { jsonrpc: "2.0", id, error: { code: 4, message: "The transaction was added to the mempool but wasn't processed in time." } };
}

/** The same question of an older block, where the question names one. */
async function lagged(call: Call, blocks: number, ask: (body: unknown) => Promise<unknown>): Promise<Call> {
  const place = ["eth_getBlockByNumber"].includes(call.method) ? 0 : 1;
  if (!["eth_call", "eth_getBlockByNumber", "eth_getTransactionCount", "eth_getBalance"].includes(call.method)) return call;
  if (call.params[place] !== "latest") return call;
  const head = (await ask({ jsonrpc: "2.0", id: 0, method: "eth_blockNumber", params: [] })) as { result: Hex };
  const older = Math.max(Number(head.result) - blocks, 0);
  return { ...call, params: call.params.map((p, i) => (i === place ? `0x${older.toString(16)}` : p)) };
}
