import { randomBytes } from "node:crypto";
import type { MessagePort } from "node:worker_threads";
import { type Examined, examine } from "./examine";
import type { Ground, Questions } from "./ground";

export type Job = { ground: Ground; port: MessagePort };
export type Asked = { id: number; kind: keyof Questions; payload: unknown };
export type Answered = { id: number; value?: unknown; error?: string };

/** Tries a token in a thread of its own; the state of the chain is asked of the main thread, which knows the node. */
export default async function work({ ground, port }: Job): Promise<Examined> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let next = 0;
  port.on("message", ({ id, value, error }: Answered) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(value as never);
    else asker?.reject(new Error(error));
  });
  const ask = (kind: keyof Questions, payload?: unknown) =>
    new Promise<never>((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      port.postMessage({ id: next, kind, payload } satisfies Asked);
    });
  try {
    return await examine(
      ground,
      { state: (wanted) => ask("state", wanted), functions: (code) => ask("functions", code), people: () => ask("people") },
      () => BigInt(`0x${randomBytes(20).toString("hex")}`),
    );
  } finally {
    port.close();
  }
}
