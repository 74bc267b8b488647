import { describe, expect, it } from "vitest";
import { mcpName } from "@/lib/discovery/mcpName";
import { nameTools } from "./toolNames";

describe("names over MCP", () => {
  it("keep to the letters that MCP allows", () => {
    expect(mcpName("chat/completions")).toBe("chat_completions");
    expect(mcpName("token-safety")).toBe("token-safety");
    expect(mcpName(`ü ${"x".repeat(100)}`)).toMatch(/^[a-zA-Z0-9_-]{64}$/);
  });

  it("are given once, and never those of the free tools", () => {
    const slugs = ["a/b", "a_b", "quote", "x".repeat(80), `${"x".repeat(80)}y`];
    const names = [...nameTools(slugs.map((slug, i) => ({ slug, code: `E${i + 1}` as const }))).values()];
    expect(names).toEqual(["a_b", "a_b_E2", "quote_E3", `${"x".repeat(61)}_E4`, `${"x".repeat(61)}_E5`]);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });
});
