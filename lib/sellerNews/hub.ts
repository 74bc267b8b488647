import "server-only";

export type Send = (event: string) => void;

export type SellerHubParts = {
  /** Calls `onClosed` with ids of the ledger's rows that got their outcome, `onChanged` with an account of which something else changed, `onReady` whenever it begins to listen (again). */
  listen: (told: { onClosed: (ids: string[]) => void; onChanged: (account: string) => void; onReady: () => void }) => Promise<void>;
  /** Whose sales these are, of these accounts alone. */
  accountsOf: (ids: string[], accounts: string[]) => Promise<{ account: string; paymentId: string }[]>;
  onError: (error: unknown) => void;
  everyMs?: number;
  maxClients?: number;
  maxPerAccount?: number;
};

export type SellerHub = {
  /** Null when there are too many already, in all or of this account. */
  join: (account: string, send: Send) => (() => void) | null;
  clients: () => number;
};

/** More ids than these nobody looks at one by one. */
const MOST_IDS = 100;

/** Tells each seller that something of theirs changed, and of nothing else; one look at the ledger for all, once a second at most. */
export function createSellerHub(parts: SellerHubParts): SellerHub {
  const { listen, accountsOf, onError, everyMs = 1_000, maxClients = 500, maxPerAccount = 8 } = parts;
  const clients = new Map<string, Set<Send>>();
  const closed = new Set<string>();
  const changed = new Set<string>();
  let planned = false;
  let lastTold = 0;
  let listening = false;
  const size = () => [...clients.values()].reduce((sum, some) => sum + some.size, 0);
  const tell = (account: string, payments: string[]) => {
    const event = `event: changed\ndata: ${JSON.stringify({ payments: payments.slice(0, MOST_IDS) })}\n\n`;
    for (const send of [...(clients.get(account) ?? [])]) send(event);
  };
  const flush = async () => {
    const [ids, accounts] = [[...closed], [...changed]];
    closed.clear();
    changed.clear();
    lastTold = Date.now();
    const news = new Map<string, string[]>(accounts.map((account) => [account, []]));
    try {
      const found = ids.length > 0 && clients.size > 0 ? await accountsOf(ids, [...clients.keys()]) : [];
      for (const { account, paymentId } of found) news.set(account, [...(news.get(account) ?? []), paymentId]);
    } catch (error) {
      onError(error);
    }
    for (const [account, payments] of news) tell(account, payments);
    planned = false;
    if (closed.size + changed.size > 0) plan();
  };
  const plan = () => {
    if (planned) return;
    planned = true;
    setTimeout(() => void flush(), Math.max(0, lastTold + everyMs - Date.now()));
  };
  const note = (into: Set<string>, some: string[]) => {
    if (clients.size === 0) return;
    for (const one of some) into.add(one);
    plan();
  };
  const start = () => {
    if (listening) return;
    listening = true;
    listen({
      onClosed: (ids) => note(closed, ids),
      onChanged: (account) => note(changed, [account]),
      // What happened while nobody listened is caught up with.
      onReady: () => note(changed, [...clients.keys()]),
    }).catch((error: unknown) => {
      listening = false;
      onError(error);
    });
  };
  return {
    join: (account, send) => {
      const mine = clients.get(account) ?? new Set();
      if (size() >= maxClients || mine.size >= maxPerAccount) return null;
      clients.set(account, mine.add(send));
      start();
      return () => {
        mine.delete(send);
        if (mine.size === 0 && clients.get(account) === mine) clients.delete(account);
      };
    },
    clients: size,
  };
}
