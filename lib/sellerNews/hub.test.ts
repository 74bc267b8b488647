import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createSellerHub } from "./hub";

const SALES: Record<string, string> = { p1: "alice", p2: "bob", p3: "alice" };

function fakeHub(over: { maxPerAccount?: number; maxClients?: number; everyMs?: number } = {}) {
  const asked: { ids: string[]; accounts: string[] }[] = [];
  const errors: unknown[] = [];
  const state = { broken: false, listens: 0 };
  const told = { onClosed: (_: string[]) => {}, onChanged: (_: string) => {}, onReady: () => {} };
  const hub = createSellerHub({
    listen: async (parts) => {
      state.listens += 1;
      if (state.broken) throw new Error("no ledger");
      Object.assign(told, parts);
    },
    accountsOf: async (ids, accounts) => {
      asked.push({ ids, accounts });
      if (state.broken) throw new Error("no ledger");
      return ids.flatMap((id) => (accounts.includes(SALES[id] ?? "") ? [{ account: SALES[id] ?? "", paymentId: id }] : []));
    },
    onError: (error) => errors.push(error),
    everyMs: 10,
    ...over,
  });
  const listen = (account: string) => {
    const seen: string[][] = [];
    const leave = hub.join(account, (event) => seen.push(JSON.parse(event.split("data: ")[1] ?? "null").payments));
    return { seen, leave };
  };
  return { hub, asked, errors, told, state, listen };
}

describe("the sellers' hub", () => {
  it("tells each seller of their own payments and of nobody else's", async () => {
    const { told, listen, asked } = fakeHub();
    const [alice, again, bob, carol] = [listen("alice"), listen("alice"), listen("bob"), listen("carol")];
    told.onClosed(["p1", "p2", "p3", "p4"]);
    told.onChanged("bob");
    told.onChanged("dave");
    await pause(30);
    expect([alice.seen, again.seen, bob.seen, carol.seen]).toEqual([[["p1", "p3"]], [["p1", "p3"]], [["p2"]], []]);
    expect(asked).toEqual([{ ids: ["p1", "p2", "p3", "p4"], accounts: ["alice", "bob", "carol"] }]);
  });

  it("asks once for many, and nothing when nobody is there", async () => {
    const { told, listen, asked } = fakeHub({ everyMs: 40 });
    const { leave } = listen("alice");
    for (let n = 0; n < 50; n++) told.onClosed(["p1", "p2"]);
    await pause(20);
    told.onClosed(["p3"]);
    await pause(60);
    expect(asked.map(({ ids }) => ids)).toEqual([["p1", "p2"], ["p3"]]);
    leave?.();
    told.onClosed(["p1"]);
    await pause(60);
    expect(asked).toHaveLength(2);
  });

  it("lets in no more than it can serve, in all and of one account", () => {
    const { hub, listen } = fakeHub({ maxPerAccount: 2, maxClients: 3 });
    const first = listen("alice");
    listen("alice");
    expect(listen("alice").leave).toBeNull();
    listen("bob");
    expect(listen("carol").leave).toBeNull();
    first.leave?.();
    expect(listen("carol").leave).not.toBeNull();
    expect(hub.clients()).toBe(3);
  });

  it("catches up when it listens again, and lives on when the ledger is away", async () => {
    const { told, listen, state, errors } = fakeHub();
    const { seen } = listen("alice");
    state.broken = true;
    told.onClosed(["p1"]);
    await pause(30);
    expect([errors.length, seen]).toEqual([1, []]);
    state.broken = false;
    told.onReady();
    await pause(30);
    expect(seen).toEqual([[]]);
  });
});
