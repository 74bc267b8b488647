import { Agent, buildConnector } from "undici";
import { dial } from "./dial";
import type { Guard } from "./guard";

const CONNECT_MS = 5_000;
/** Big policies and cookies fit; what is longer is no header any more. */
const MOST_HEADER_BYTES = 64 * 1024;

export type AgentOptions = {
  guard: Guard;
  /** Certificates that are trusted beside the well-known ones. */
  ca?: string;
  /** To one origin at the same time. */
  connections?: number;
};

/** Connections that go to addresses which the guard has checked in the same breath, and nowhere else. */
export function guardedAgent({ guard, ca, connections = 16 }: AgentOptions): Agent {
  const secure = buildConnector({ allowH2: false, timeout: CONNECT_MS, rejectUnauthorized: true, ...(ca ? { ca } : {}) });
  const open = async (target: buildConnector.Options) => {
    const hostname = target.hostname.includes(":") ? `[${target.hostname.replace(/^\[|\]$/g, "")}]` : target.hostname;
    const addresses = await guard({ protocol: target.protocol, hostname, port: target.port });
    const port = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
    return dial(addresses, port, AbortSignal.timeout(CONNECT_MS));
  };
  const connect: buildConnector.connector = (target, tell) => {
    open(target).then(
      (socket) => (target.protocol === "https:" ? secure({ ...target, httpSocket: socket }, tell) : tell(null, socket)),
      (error: Error) => tell(error, null),
    );
  };
  return new Agent({
    connect,
    connections,
    pipelining: 1,
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
    keepAliveTimeout: 2_000,
    keepAliveMaxTimeout: 5_000,
  });
}
