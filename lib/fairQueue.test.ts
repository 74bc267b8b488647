import { describe, expect, it } from "vitest";
import { FairQueue } from "./fairQueue";

const never = new AbortController().signal;

/** Works that end when they are told to, and the order in which they began. */
function desk(limits: ConstructorParameters<typeof FairQueue>[0]) {
  const queue = new FairQueue(limits);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (lane: string, name: string, signal = never) =>
    queue.run(lane, signal, () => {
      began.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { add, began, end };
}

describe("a fair queue", () => {
  it("serves lanes in turns, however many one lane holds", async () => {
    const { add, began, end } = desk({ slots: 1, laneSlots: 1, laneWaiting: 9 });
    for (const name of ["a1", "a2", "a3"]) void add("a", name);
    for (const name of ["b1", "b2"]) void add("b", name);
    for (const name of ["a1", "b1", "a2", "b2", "a3"]) await end(name);
    expect(began).toEqual(["a1", "b1", "a2", "b2", "a3"]);
  });

  it("keeps a slot free of the lane that fills the others", async () => {
    const { add, began } = desk({ slots: 2, laneSlots: 1, laneWaiting: 9 });
    void add("a", "a1");
    void add("a", "a2");
    void add("b", "b1");
    await Promise.resolve();
    expect(began).toEqual(["a1", "b1"]);
  });

  it("turns away whoever comes to a full lane, and says when to come back", async () => {
    const { add } = desk({ slots: 1, laneSlots: 1, laneWaiting: 2 });
    for (const name of ["a1", "a2", "a3"]) void add("a", name);
    await expect(add("a", "a4")).rejects.toMatchObject({ reason: "queue_full", kind: "busy", retryAfterSeconds: 3 });
    // The other lane has its own places.
    void add("b", "b1");
    void add("b", "b2");
    await expect(add("b", "b3")).rejects.toMatchObject({ reason: "queue_full" });
  });

  it("drops a work that is aborted while it waits, and gives its place away", async () => {
    const { add, began, end } = desk({ slots: 1, laneSlots: 1, laneWaiting: 1 });
    const stop = new AbortController();
    void add("a", "a1");
    const dropped = add("a", "a2", stop.signal);
    stop.abort();
    await expect(dropped).rejects.toMatchObject({ reason: "too_slow", kind: "timeout" });
    void add("a", "a3");
    await end("a1");
    expect(began).toEqual(["a1", "a3"]);
  });

  it("goes on after a work that fails", async () => {
    const queue = new FairQueue({ slots: 1, laneSlots: 1, laneWaiting: 1 });
    const failing = queue.run("a", never, () => Promise.reject(new Error("no")));
    const next = queue.run("a", never, async () => "yes");
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });
});
