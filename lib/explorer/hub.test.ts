import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { eventStream } from "./eventStream";
import { createHub } from "./hub";

function fakeHub(over: { maxClients?: number; everyMs?: number } = {}) {
  const reads: string[][] = [];
  const errors: unknown[] = [];
  const told = { closed: (_: string[]) => {}, ready: () => {} };
  const state = { listens: 0, broken: false };
  const hub = createHub({
    listen: async (onClosed, onReady) => {
      state.listens += 1;
      if (state.broken) throw new Error("no ledger");
      Object.assign(told, { closed: onClosed, ready: onReady });
    },
    read: async (ids) => {
      reads.push(ids);
      return { ids };
    },
    onError: (error) => errors.push(error),
    everyMs: 30,
    ...over,
  });
  return { hub, reads, errors, told, state };
}

const ids = (events: string[]) => events.map((event) => JSON.parse(event.split("data: ")[1] ?? "null").ids);

describe("the explorer's hub", () => {
  it("tells a newcomer how things stand, and everybody what closed", async () => {
    const { hub, told, state } = fakeHub();
    const [a, b]: [string[], string[]] = [[], []];
    hub.join((event) => a.push(event));
    hub.join((event) => b.push(event));
    await pause(5);
    told.closed(["p1"]);
    await pause(60);
    expect([ids(a), ids(b)]).toEqual([
      [[], ["p1"]],
      [[], ["p1"]],
    ]);
    expect(a[1]).toMatch(/^event: news\ndata: .*\n\n$/);
    expect(state.listens).toBe(1);
  });

  it("asks once for many, and not too often", async () => {
    const { hub, told, reads } = fakeHub({ everyMs: 50 });
    hub.join(() => {});
    await pause(5);
    reads.length = 0;
    for (let n = 0; n < 100; n++) told.closed([`p${n}`, "p0"]);
    await pause(10);
    told.closed(["late"]);
    await pause(10);
    expect(reads).toHaveLength(1);
    expect(reads[0]).toHaveLength(100);
    await pause(60);
    expect(reads[1]).toEqual(["late"]);
  });

  it("asks for nothing when nobody is there", async () => {
    const { hub, told, reads } = fakeHub();
    hub.join(() => {})?.();
    await pause(5);
    reads.length = 0;
    told.closed(["p1"]);
    await pause(50);
    expect([hub.clients(), reads]).toEqual([0, []]);
  });

  it("lets no more in than it can serve", () => {
    const { hub } = fakeHub({ maxClients: 1 });
    const leave = hub.join(() => {});
    expect(hub.join(() => {})).toBeNull();
    leave?.();
    expect(hub.join(() => {})).not.toBeNull();
  });

  it("tries again to listen with the next client, and catches up once it can", async () => {
    const { hub, errors, told, state } = fakeHub();
    state.broken = true;
    hub.join(() => {});
    await pause(5);
    expect(errors).toHaveLength(1);
    state.broken = false;
    const seen: string[] = [];
    hub.join((event) => seen.push(event));
    await pause(5);
    told.ready();
    await pause(5);
    expect([state.listens, ids(seen)]).toEqual([2, [[], []]]);
  });
});

describe("one client's stream", () => {
  it("begins with the time to come back after, beats, and ends with its request", async () => {
    const { hub } = fakeHub();
    const request = new AbortController();
    const reader = eventStream(hub, request.signal, 20)?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("still here")) text += (await reader?.read())?.value ?? "";
    expect(text).toMatch(/^retry: 3000\n\n/);
    expect(text).toContain("event: news");
    request.abort();
    expect(hub.clients()).toBe(0);
    while (!(await reader?.read())?.done);
  });

  it("lets go of a reader that does not read", async () => {
    const { hub, told } = fakeHub({ everyMs: 0 });
    const stream = eventStream(hub, new AbortController().signal);
    for (let n = 0; n < 60 && hub.clients() > 0; n++) {
      told.closed([`${n}${"x".repeat(10_000)}`]);
      await pause(2);
    }
    expect(hub.clients()).toBe(0);
    await stream?.cancel();
  });
});
