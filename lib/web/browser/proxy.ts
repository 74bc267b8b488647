import { once } from "node:events";
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Web } from "../types";
import { type Gate, gateOf, MARK, type ProxyLimits } from "./gate";

export type CallProxy = Gate["told"] & { address: string; close: () => void };

const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"];

/**
 * A proxy on this machine for one call of the browser: every connection that a page wants is made by the guard or not at all.
 * It ends with the call, and with it all that the page still has open.
 */
export async function openProxy(web: Web, signal: AbortSignal, limits: ProxyLimits): Promise<CallProxy> {
  const gate = gateOf(web, signal, limits);
  const agent = new GuardedAgent(gate.connect);
  const server = createServer((asked, answer) => void forward(asked, answer, agent, gate));
  server.on("connect", (asked: IncomingMessage, socket: Duplex) => void tunnel(asked, socket, gate));
  // A page's web sockets come by way of CONNECT.
  server.on("upgrade", (_asked, socket) => socket.destroy());
  server.on("connection", (socket) => gate.hold(socket));
  server.on("clientError", (_error, socket) => socket.destroy());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    agent.destroy();
    gate.close();
  };
  return { ...gate.told, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

/** Keeps connections for the next request of the same page, as a browser would. */
class GuardedAgent extends Agent {
  readonly #connect: Gate["connect"];

  constructor(connect: Gate["connect"]) {
    super({ keepAlive: true, maxSockets: 6, scheduling: "fifo" });
    this.#connect = connect;
  }

  override createConnection(
    options: { host?: string | null; port?: number | string | null },
    tell?: (error: Error | null, socket: Duplex) => void,
  ) {
    this.#connect(bare(options.host ?? ""), Number(options.port ?? 80)).then(
      (socket) => tell?.(null, socket),
      (error: Error) => tell?.(error, undefined as unknown as Duplex),
    );
    return undefined;
  }
}

/** A plain http request, which browsers hand to a proxy with its whole address. */
function forward(asked: IncomingMessage, answer: ServerResponse, agent: Agent, gate: Gate): void {
  const url = URL.canParse(asked.url ?? "") ? new URL(asked.url ?? "") : null;
  if (url?.protocol !== "http:") return void answer.writeHead(400).end();
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
  const onward = ask(url, { agent, method: asked.method, headers, insecureHTTPParser: false });
  onward.on("response", (came) => {
    const kept = Object.fromEntries(Object.entries(came.headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
    answer.writeHead(came.statusCode ?? 502, kept);
    came.on("error", () => answer.destroy());
    came.pipe(answer);
  });
  onward.on("error", (error) => {
    // Also when the page itself has left, which is nobody's fault.
    if (answer.headersSent || answer.destroyed) return void answer.destroy();
    gate.refuse(url.href, error);
    // Nothing of why: the page can read this.
    answer.writeHead(403, { [MARK]: gate.token }).end();
  });
  answer.on("close", () => onward.destroy());
  asked.on("error", () => onward.destroy());
  asked.pipe(onward);
}

/** A connection for TLS or web sockets, whose contents are the page's own business. */
async function tunnel(asked: IncomingMessage, client: Duplex, gate: Gate): Promise<void> {
  gate.hold(client);
  const url = URL.canParse(`https://${asked.url}`) ? new URL(`https://${asked.url}`) : null;
  if (!url) return void client.end("HTTP/1.1 400 Bad Request\r\n\r\n");
  try {
    const socket = await gate.connect(bare(url.hostname), Number(url.port || 443));
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    socket.pipe(client).pipe(socket);
    socket.once("close", () => client.destroy());
    client.once("close", () => socket.destroy());
  } catch (error) {
    gate.refuse(url.origin, error);
    client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  }
}
