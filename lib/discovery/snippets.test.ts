import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type SnippetFacts, snippets } from "./snippets";

const facts: SnippetFacts = {
  origin: "https://market.example",
  slug: "token-safety",
  input: { token: "0x036CbD53842c5426634e7929541eC2318f3dCF7e", deep: true },
  network: "eip155:84532",
  price: "$0.005",
};
const code = (name: string, over: Partial<SnippetFacts> = {}) => snippets({ ...facts, ...over }).find((s) => s.name === name)?.code ?? "";

describe("snippets", () => {
  it("carry the address and the input in each language", () => {
    for (const { name, code } of snippets(facts)) {
      expect(code, name).toContain(name === "MCP" ? "https://market.example/mcp" : "https://market.example/api/v1/token-safety");
      expect(code, name).toContain("0x036CbD53842c5426634e7929541eC2318f3dCF7e");
    }
  });

  it("say the price", () => {
    for (const { name, code } of snippets(facts)) expect(code, name).toContain("$0.005");
  });

  it("write the input as each language wants it", () => {
    expect(code("TypeScript")).toContain('JSON.stringify({ token: "0x036CbD53842c5426634e7929541eC2318f3dCF7e", deep: true })');
    expect(code("Python")).toContain('json={"token": "0x036CbD53842c5426634e7929541eC2318f3dCF7e", "deep": True}');
    expect(code("Go")).toContain('`{"token":"0x036CbD53842c5426634e7929541eC2318f3dCF7e","deep":true}`');
  });

  it("send over MCP what a shell makes of them", () => {
    const input = { q: `it's "PAYMENT" $HOME \\ \`x\``, p: "PAYMENT", n: 1 };
    const script = code("MCP", { input, slug: "chat/completions" }).replaceAll("curl ", "printf '%s\\0' ");
    const { stdout } = spawnSync("sh", ["-c", script], { env: { ...process.env, PAYMENT: "eyJ4IjoxfQ==" }, encoding: "utf8" });
    const sent = stdout.split("\0").filter((line) => line.startsWith("{"));
    const params = { name: "chat_completions", arguments: input };
    expect(sent.map((line) => JSON.parse(line))).toEqual([
      { jsonrpc: "2.0", id: 1, method: "tools/call", params },
      { jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...params, _meta: { "x402/payment": "eyJ4IjoxfQ==" } } },
    ]);
  });

  it("keep a quote in the input from ending a shell's or Go's text", () => {
    expect(code("curl", { input: { q: "it's" } })).toContain(`'{"q":"it'\\''s"}'`);
    expect(code("Go", { input: { q: "a`b" } })).toContain('"{\\"q\\":\\"a`b\\"}"');
  });
});
