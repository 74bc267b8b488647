import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileCheck } from "./checkInput";
import { fromRequest } from "./fromRequest";
import { matchPath } from "./matchPath";
import readText from "./read/worker";
import { toRequest } from "./toRequest";
import type { Spec } from "./types";

const require = createRequire(import.meta.url);
const examples = dirname(require.resolve("@readme/oas-examples/package.json"));
const github = dirname(require.resolve("@github/openapi/package.json"));
const figma = dirname(require.resolve("@figma/rest-api-spec/package.json"));

/** What others publish, from the npm registry. */
const PUBLISHED: [string, () => string, Pick<Spec, "format"> & { operations: number; most: number }][] = [
  [
    "GitHub",
    () => readFileSync(join(github, "dist", "api.github.com.json"), "utf8"),
    { format: "openapi-3.0", operations: 665, most: 12_000_000 },
  ],
  ["Figma", () => readFileSync(join(figma, "openapi", "openapi.yaml"), "utf8"), { format: "openapi-3.1", operations: 54, most: 3_000_000 }],
  ["Star Trek", () => example("3.0/json/star-trek.json"), { format: "openapi-3.0", operations: 120, most: 3_000_000 }],
  ["ReadMe", () => example("3.1/json/readme.json"), { format: "openapi-3.1", operations: 54, most: 3_000_000 }],
  ["Train Travel", () => example("3.1/yaml/train-travel.yaml"), { format: "openapi-3.1", operations: 7, most: 3_000_000 }],
  ["the patent office", () => example("3.0/json/uspto.json"), { format: "openapi-3.0", operations: 3, most: 3_000_000 }],
  ["the pet store, Swagger 2", () => example("2.0/json/petstore.json"), { format: "swagger-2.0", operations: 19, most: 3_000_000 }],
];

function example(path: string): string {
  return readFileSync(join(examples, path), "utf8");
}

describe.each(PUBLISHED)("the description of %s", (_who, text, wanted) => {
  const document = text();
  const read = readText({ text: document });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { spec } = read;

  it("is read into all its operations", () => {
    expect(spec).toMatchObject({ format: wanted.format });
    expect(spec.operations).toHaveLength(wanted.operations);
    expect(spec.servers.every((server) => /^https?:\/\//.test(server))).toBe(true);
    expect(JSON.stringify(spec).length).toBeLessThan(wanted.most);
  });

  it("has notes that name a line at which the place they name begins", () => {
    const lines = document.split("\n");
    for (const { pointer, line } of spec.notes) {
      if (!pointer || line === null) continue;
      const last = (pointer.split("/").at(-1) ?? "").replaceAll("~1", "/").replaceAll("~0", "~");
      if (!/^\d+$/.test(last)) expect(lines[line - 1]).toContain(last);
    }
  });

  it("has operations with names for addresses, and inputs that stand by themselves", () => {
    const names = spec.operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, question, shape, example: input } of spec.operations) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(question.length).toBeGreaterThan(0);
      const properties = Object.keys(shape.input.properties ?? {});
      expect(shape.parts.map(({ key }) => key).sort()).toEqual([...properties].sort());
      expect(Object.keys(input).every((key) => properties.includes(key))).toBe(true);
      for (const schema of [shape.input, shape.output ?? {}]) {
        const defs = Object.keys((schema.$defs as object) ?? {});
        for (const [, target = ""] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) expect(defs).toContain(target);
        // As words with values, that is: properties may be called so.
        expect(/"pattern":"|"nullable":(true|false)/.test(JSON.stringify(schema))).toBe(false);
      }
    }
  });

  it("has examples that mostly fit, can be sent, and are the same when they come back", () => {
    let fitting = 0;
    for (const { shape, example: input } of spec.operations) {
      if (compileCheck(shape.input)(input).length > 0) continue;
      fitting++;
      const sent = toRequest(shape, input);
      expect(matchPath(shape.path, sent.path)).not.toBeNull();
      const body = sent.body === null ? "" : "text" in sent.body ? sent.body.text : sent.body.bytes;
      const back = fromRequest(shape, {
        path: sent.path,
        query: new URLSearchParams(sent.query),
        headers: new Headers(sent.headers),
        contentType: sent.body?.contentType ?? null,
        body,
      });
      expect(back).toEqual({ ok: true, input });
    }
    expect(fitting / spec.operations.length).toBeGreaterThan(0.9);
  });
});
