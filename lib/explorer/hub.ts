import "server-only";

export type Send = (event: string) => void;

export type HubParts = {
  /** Calls `onClosed` with the ids of payments that got their outcome, and `onReady` whenever it begins to listen (again). */
  listen: (onClosed: (ids: string[]) => void, onReady: () => void) => Promise<void>;
  /** What is told of these payments; without any, how things stand. */
  read: (ids: string[]) => Promise<unknown>;
  onError: (error: unknown) => void;
  everyMs?: number;
  maxClients?: number;
};

export type Hub = {
  /** Null when there are too many already. */
  join: (send: Send) => (() => void) | null;
  clients: () => number;
};

/** Tells many listeners the same: one connection to the database, one look at it for all, and never more than one a second. */
export function createHub({ listen, read, onError, everyMs = 1_000, maxClients = 200 }: HubParts): Hub {
  const clients = new Set<Send>();
  const pending = new Set<string>();
  let planned = false;
  let lastTold = 0;
  let listening = false;

  const tell = async (ids: string[], to: Iterable<Send>) => {
    try {
      const event = `event: news\ndata: ${JSON.stringify(await read(ids))}\n\n`;
      for (const send of to) send(event);
    } catch (error) {
      onError(error);
    }
  };
  const flush = async () => {
    const ids = [...pending];
    pending.clear();
    lastTold = Date.now();
    if (clients.size > 0) await tell(ids, [...clients]);
    planned = false;
    if (pending.size > 0) plan();
  };
  const plan = () => {
    if (planned) return;
    planned = true;
    setTimeout(() => void flush(), Math.max(0, lastTold + everyMs - Date.now()));
  };
  const start = () => {
    if (listening) return;
    listening = true;
    const onClosed = (ids: string[]) => {
      if (clients.size === 0) return;
      for (const id of ids) pending.add(id);
      plan();
    };
    // What happened while nobody listened is caught up with.
    const onReady = () => void tell([], [...clients]);
    listen(onClosed, onReady).catch((error: unknown) => {
      listening = false;
      onError(error);
    });
  };

  return {
    join: (send) => {
      if (clients.size >= maxClients) return null;
      clients.add(send);
      start();
      void tell([], [send]);
      return () => void clients.delete(send);
    },
    clients: () => clients.size,
  };
}
