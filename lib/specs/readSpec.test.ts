import { afterAll, describe, expect, it } from "vitest";
import { endSpecThread, MOST_SPEC_BYTES, readSpec } from "./readSpec";
import { largeSpec } from "./testdata/largeSpec";

afterAll(endSpecThread);

const head = 'openapi: 3.1.0\ninfo: { title: "T", version: "1" }\nservers: [{ url: https://api.example.com }]\n';
const codeOf = async (text: string) => {
  const read = await readSpec(text);
  return read.ok ? "ok" : read.faults[0]?.code;
};

describe("descriptions that were made to do harm", () => {
  it.each<[string, string, () => string]>([
    ["nothing at all", "spec_not_parsable", () => "  \n"],
    ["more than is read", "spec_too_large", () => `${head}paths: {}\nx: ${"a".repeat(MOST_SPEC_BYTES)}`],
    ["a billion laughs", "spec_too_large", () => `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${laughs(9)}${head}paths: {}\n`],
    [
      "few aliases of something large",
      "spec_too_large",
      () => `a: &a [${"1,".repeat(40_000)}1]\nb: [${"*a,".repeat(150)}*a]\n${head}paths: {}\n`,
    ],
    ["an alias of itself", "spec_too_deep", () => `${head}paths: {}\na: &a { b: *a }\n`],
    ["lists in lists, as JSON", "spec_too_deep", () => `{"openapi":"3.1.0","paths":${"[".repeat(5_000)}${"]".repeat(5_000)}}`],
    [
      "what no parser's stack holds, as JSON",
      "spec_too_deep",
      () => `{"openapi":"3.1.0","paths":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
    ],
    ["what no parser's stack holds, as YAML", "spec_not_parsable", () => `${head}paths: ${"[".repeat(300_000)}${"]".repeat(300_000)}`],
    ["several documents in one", "spec_not_parsable", () => `${head}paths: {}\n---\n${head}`],
    ["a tag that makes code", "spec_without_operations", () => `${head}paths: !!js/function 'function () { process.exit(1) }'\n`],
    ["a web page", "spec_not_openapi", () => "<!doctype html><html><body>Not found</body></html>"],
    ["a version of the future", "spec_not_openapi", () => "openapi: 4.0.0\npaths: {}\n"],
    ["a list", "spec_not_openapi", () => "[1, 2]"],
    ["no paths", "spec_without_operations", () => `${head}paths: {}\n`],
  ])("%s: %s", async (_what, code, text) => {
    expect(await codeOf(text())).toBe(code);
  });

  it.each([
    "http://127.0.0.1:8545/spec.json",
    "https://example.com/common.yaml#/Pet",
    "file:///etc/passwd",
    "/etc/passwd",
    "../../.env",
    "common.yaml#/Pet",
    "//169.254.169.254/latest/meta-data",
    "Pet",
    "data:application/json,{}",
    " #/components/schemas/Pet",
  ])("a reference to %s is refused, with its place, and nothing is fetched", async (ref) => {
    const text = `${head}paths:\n  /pets:\n    get:\n      responses:\n        "200":\n          content:\n            application/json:\n              schema:\n                $ref: ${JSON.stringify(ref)}\n`;
    const read = await readSpec(text);
    expect(read).toMatchObject({
      ok: false,
      faults: [{ code: "ref_not_allowed", line: 12, pointer: "/paths/~1pets/get/responses/200/content/application~1json/schema/$ref" }],
    });
  });

  it("takes no time that belongs to others: what is too slow is given up", async () => {
    const maps = `a: &a {${Array.from({ length: 2_000 }, (_, at) => `k${at}: 1`).join(",")}}\n`;
    const text = `${maps}b:\n${Array.from({ length: 1_900 }, () => "  - { <<: *a }").join("\n")}\n${head}paths: {}\n`;
    const started = performance.now();
    expect(await readSpec(text, { longestMs: 60 })).toMatchObject({ ok: false, faults: [{ code: "spec_too_slow" }] });
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await codeOf(`${head}paths: { /a: { get: {} } }\n`)).toBe("ok");
  });

  it("says where a text stops being JSON or YAML", async () => {
    expect(await readSpec('{\n "openapi": "3.1.0",\n "paths": {,}\n}')).toMatchObject({
      ok: false,
      faults: [{ code: "spec_not_parsable", line: 3 }],
    });
    expect(await readSpec("openapi: 3.1.0\npaths:\n  /a: [1\n  /b: 2\n")).toMatchObject({
      ok: false,
      faults: [{ code: "spec_not_parsable", line: 4 }],
    });
  });
});

it("reads a thousand operations in five seconds", async () => {
  const text = largeSpec(1_000);
  await readSpec(largeSpec(1));
  const started = performance.now();
  const read = await readSpec(text);
  // Three times as long is allowed where the machine has other things to do.
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(read.ok && read.spec.operations.length).toBe(1_000);
});

function laughs(levels: number): string {
  return Array.from(
    { length: levels },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array.from({ length: 9 }, () => `*a${at}`).join(",")}]\n`,
  ).join("");
}
