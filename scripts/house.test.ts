import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/tools/catalog";

const root = join(import.meta.dirname, "..");
const files = (...patterns: string[]) => globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" });
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("docs", () => {
  it("name only paths that exist", () => {
    const missing = files("*.md", "docs/**/*.md").flatMap((doc) =>
      [...read(doc).matchAll(/`((?:app|components|lib|db|scripts|e2e|docs|public|\.config|\.ci)\/[^`\s*<{]*)`/g)]
        .map((m) => m[1] ?? "")
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${doc}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("name only scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = files("*.md", "docs/**/*.md", "app/**/*.tsx").flatMap((doc) =>
      [...read(doc).matchAll(/npm run ([a-z:0-9-]+)/g)].map((m) => m[1] ?? ""),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("secrets stay on the server", () => {
  it("every query, and whatever reads keys, imports server-only", () => {
    const bearers = [
      ...files("db/queries/*.ts", "db/client.ts"),
      ...files("lib/{auth,settlement,payments,facilitator}/*.ts").filter(touchesSecrets),
    ];
    const open = bearers.filter((f) => !f.includes(".test.") && !read(f).includes('import "server-only"'));
    expect(open).toEqual([]);
  });
});

describe("every tool has its room", () => {
  it.each(catalog.map((d) => [d.slug, d] as const))("%s", (slug, definition) => {
    for (const file of ["definition.ts", "schema.ts", "run.ts", "tool.ts"])
      expect(existsSync(join(root, "lib/tools", slug, file)), file).toBe(true);
    expect(read(`app/api/v1/${slug}/route.ts`)).toMatch(/export const \{ GET, POST, HEAD, OPTIONS \} = paid\(\w+\);\s*$/);
    expect(read(`app/api/v1/${slug}/quote/route.ts`)).toMatch(/export const \{ GET, POST, HEAD, OPTIONS \} = quoted\(\w+\);\s*$/);
    expect(read("components/console/toolSchemas.ts")).toContain(`/${slug}/schema`);
    expect(read("lib/tools/registry.ts")).toContain(`./${slug}/tool`);
    expect(definition.code.startsWith(definition.category)).toBe(true);
  });

  it.each(catalog.map((d) => [d.slug, d] as const))("%s lists every reason that its own files refuse with", (slug, definition) => {
    const own = files(`lib/tools/${slug}/**/*.ts`).filter((f) => !/\.test\.ts$|testdata/.test(f));
    const thrown = own.flatMap((f) => [...read(f).matchAll(/new ToolRefusal\(\s*"([a-z_]+)"/g)].map((m) => m[1] ?? ""));
    const listed: string[] = definition.faults.map(({ reason }) => reason);
    expect(thrown.filter((reason) => !listed.includes(reason))).toEqual([]);
  });

  it("stand on the shelves in the order of their codes", () => {
    const codes = catalog.map(({ code }) => code);
    const sorted = [...codes].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    expect(codes).toEqual(sorted);
  });

  it("no code is given twice", () => {
    expect(new Set(catalog.map((d) => d.code)).size).toBe(catalog.length);
  });
});

describe("looks", () => {
  it("colours come from the tokens alone", () => {
    const raw = /#[0-9a-fA-F]{3,8}\b(?=["'\s;)])|\b(?:rgb|hsl|oklch)a?\(/;
    const painted = files("components/**/*.tsx", "app/**/*.tsx").filter((f) => !f.includes(".test.") && raw.test(read(f)));
    expect(painted).toEqual([]);
  });
});

function touchesSecrets(file: string): boolean {
  return /rivateKey|@\/db\/client/.test(read(file)) && dirname(file) !== "lib/testing";
}
