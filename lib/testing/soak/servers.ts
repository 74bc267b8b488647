import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type Reply = { status: number; body: string; id: string | null };
type Waiting = Map<string, (reply: Reply | null) => void>;

export type Server = {
  /** Null: the server died before it had answered. */
  post: (input: unknown, headers: Record<string, string>) => Promise<Reply | null>;
  /** kill -9, at whatever it was; another one takes its place. */
  kill: () => Promise<void>;
  stop: () => void;
};

/** A server process of the market that can be killed and comes back. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const waiting: Waiting = new Map();
  let child = await start(env, waiting);
  let asked = 0;
  let back: Promise<void> = Promise.resolve();
  const drop = () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  return {
    post: async (input, headers) => {
      await back;
      asked += 1;
      const key = String(asked);
      const reply = new Promise<Reply | null>((resolve) => waiting.set(key, resolve));
      child.stdin?.write(`${JSON.stringify({ key, input, headers })}\n`, (error) => {
        if (error) waiting.get(key)?.(null);
      });
      return reply;
    },
    kill: () => {
      child.kill("SIGKILL");
      drop();
      back = start(env, waiting).then((next) => {
        child = next;
      });
      return back;
    },
    stop: () => {
      child.kill("SIGKILL");
      drop();
    },
  };
}

async function start(env: NodeJS.ProcessEnv, waiting: Waiting): Promise<ChildProcess> {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/testing/secondServer.ts"];
  const child = spawn(process.execPath, args, { env: env, stdio: ["pipe", "pipe", "ignore"] });
  child.stdin?.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  await new Promise((resolve) => lines.once("line", resolve));
  lines.on("line", (line) => {
    if (!line.startsWith("{")) return;
    const { key, ...reply } = JSON.parse(line) as Reply & { key: string };
    waiting.get(key)?.(reply);
    waiting.delete(key);
  });
  return child;
}
