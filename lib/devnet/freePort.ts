import { createServer } from "node:net";

/** Ports handed out by this process, which nobody may have bound yet. */
const handedOut = new Set<number>();

/** The first free port from `preferred` upwards; any free port when none is preferred. */
export async function freePort(preferred?: number, host = "127.0.0.1"): Promise<number> {
  if (preferred === undefined) return anyPort(host);
  for (let port = preferred; port < preferred + 100 && port < 65_536; port++) {
    if (!handedOut.has(port) && (await tryPort(port, host)) === port) return hand(port);
  }
  return anyPort(host);
}

async function anyPort(host: string): Promise<number> {
  for (;;) {
    const port = await tryPort(0, host);
    if (port === null) throw new Error(`No free port on ${host}.`);
    if (!handedOut.has(port)) return hand(port);
  }
}

function hand(port: number): number {
  handedOut.add(port);
  return port;
}

function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound ? bound.port : null));
    });
  });
}
