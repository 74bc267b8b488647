import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleApi, startSampleApi } from "./sampleApi";

let api: SampleApi;
beforeAll(async () => {
  api = await startSampleApi();
});
afterAll(() => api.close());

const ask = (path: string, init?: RequestInit) => fetch(`${api.origin}${path}`, init);
const post = (path: string, value: unknown) =>
  ask(path, { method: "POST", body: JSON.stringify(value), headers: { "content-type": "application/json" } });
const minutesFrom = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 60_000;

describe("the sample API", () => {
  it("computes sunrise and sunset as almanacs have them", async () => {
    // Oslo and Sydney at the solstice; the almanacs' own times, in UTC.
    const oslo = await (await ask("/sun/2024-06-20?latitude=59.9139&longitude=10.7522")).json();
    expect(minutesFrom(oslo.sunrise, "2024-06-20T01:54:00Z")).toBeLessThan(4);
    expect(minutesFrom(oslo.sunset, "2024-06-20T20:44:00Z")).toBeLessThan(4);
    const equator = await (await ask("/sun/2024-03-20?latitude=0&longitude=0")).json();
    expect(Math.abs(equator.day_length_minutes - 727)).toBeLessThan(3);
    expect(minutesFrom(equator.noon, "2024-03-20T12:07:30Z")).toBeLessThan(2);
    const north = await (await ask("/sun/2024-06-20?latitude=80&longitude=0")).json();
    expect(north).toMatchObject({ sunrise: null, polar: "day", day_length_minutes: 1_440 });
  });

  it("knows the moon, in words and as a picture", async () => {
    expect(await (await ask("/moon/2024-01-25")).text()).toMatch(/^2024-01-25: full moon, (9\d|100) % lit/);
    expect(await (await ask("/moon/2024-01-11")).text()).toMatch(/^2024-01-11: new moon, [0-2] % lit/);
    const picture = await ask("/moon/2024-01-18/picture?size=64");
    const { imageSize } = await import("image-size");
    expect(imageSize(Buffer.from(await picture.arrayBuffer()))).toMatchObject({ width: 64, height: 64, type: "png" });
  });

  it("converts, counts, and finds primes one after the other", async () => {
    expect(await (await post("/convert", { value: 212, from: "F", to: "C" })).json()).toMatchObject({ result: 100, kind: "temperature" });
    expect(await (await post("/convert", { value: 1, from: "mi", to: "m" })).json()).toMatchObject({ result: 1_609.344 });
    expect(await (await post("/statistics", { numbers: [4, 1, 3, 2] })).json()).toMatchObject({
      mean: 2.5,
      median: 2.5,
      least: 1,
      most: 4,
    });
    const lines = (await (await ask("/primes?from=90&count=3")).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).prime)).toEqual([97, 101, 103]);
  });

  it("says what is wrong", async () => {
    for (const path of [
      "/sun/2024-02-30?latitude=0&longitude=0",
      "/sun/2024-02-03?latitude=91&longitude=0",
      "/primes?from=2",
      "/moon/%ff",
    ]) {
      expect((await ask(path)).status, path).toBe(400);
    }
    expect(await (await post("/convert", { value: 1, from: "m", to: "kg" })).json()).toMatchObject({ error: "bad_request", field: "to" });
    expect((await ask("/none")).status).toBe(404);
  });

  it("describes itself so that every example has an answer", async () => {
    const described = await (await ask("/openapi.json")).json();
    expect(described.servers).toEqual([{ url: api.origin }]);
    const paths = Object.entries(described.paths as Record<string, Record<string, Operation>>);
    for (const [path, methods] of paths) {
      for (const [method, operation] of Object.entries(methods)) {
        const parts = (operation.parameters ?? []).filter(({ example }) => example !== undefined);
        const query = new URLSearchParams(parts.filter((part) => part.in === "query").map((part) => [part.name, String(part.example)]));
        const filled = parts.reduce((text, part) => text.replace(`{${part.name}}`, String(part.example)), path);
        const example = operation.requestBody?.content["application/json"]?.example;
        const body = example === undefined ? {} : { body: JSON.stringify(example) };
        const answer = await ask(`${filled}?${query}`, { method: method.toUpperCase(), ...body });
        expect([answer.status, Object.keys(operation.responses["200"]?.content ?? {})[0]], path).toEqual([
          200,
          answer.headers.get("content-type")?.split(";")[0],
        ]);
      }
    }
  });

  it("keeps the proof that somebody left", async () => {
    expect((await ask("/.well-known/coinslot.txt")).status).toBe(404);
    await ask("/.well-known/coinslot.txt", { method: "PUT", body: "coinslot=abc\n" });
    expect(await (await ask("/.well-known/coinslot.txt")).text()).toBe("coinslot=abc\n");
  });
});

type Operation = {
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, { example?: unknown } | undefined> };
  responses: Record<string, { content?: Record<string, unknown> } | undefined>;
};
