import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceHash } from "./sourceHash";

let root = "";
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "coinslot-hash-"));
  mkdirSync(join(root, "app"));
  write("app/page.tsx", "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("changes with a source's content, name and absence", () => {
  const first = sourceHash(root);
  write("app/page.tsx", "2");
  const second = sourceHash(root);
  write("app/other.tsx", "2");
  const third = sourceHash(root);
  rmSync(join(root, "app/page.tsx"));
  expect(new Set([first, second, third, sourceHash(root)]).size).toBe(4);
});

it("cares for nothing that a build does not read", () => {
  const first = sourceHash(root);
  write("app/page.test.tsx", "test");
  write("README.md", "read me");
  write("tsconfig.json", '{ "compilerOptions": { "strict": true }, "include": ["a"] }');
  const configured = sourceHash(root);
  write("tsconfig.json", '{\n  "compilerOptions": {\n    "strict": true\n  }\n}');
  expect(sourceHash(root)).toBe(configured);
  rmSync(join(root, "tsconfig.json"));
  mkdirSync(join(root, "e2e"));
  write("e2e/buy.spec.ts", "spec");
  expect(sourceHash(root)).toBe(first);
});
