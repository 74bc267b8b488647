import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { OperationShape } from "@/lib/gateway/types";
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

describe("snippets of a long input", () => {
  const picture = `data:image/jpeg;base64,${"QUJD".repeat(1_000)}`;

  it("read a picture from a file, in what is copied as in what is shown", () => {
    const input = { image: picture, min_confidence: 40 };
    for (const { name, code } of snippets({ ...facts, slug: "ocr", input })) {
      expect(code, name).toContain("picture.jpg");
      expect(code, name).toContain("min_confidence");
      expect(code.length, name).toBeLessThan(2_000);
    }
    expect(code("curl", { input })).toContain(`base64 < picture.jpg | jq -Rs '{"image": ., "min_confidence": 40}' |`);
    expect(code("TypeScript", { input })).toContain('{ image: readFileSync("picture.jpg", "base64"), min_confidence: 40 }');
    expect(code("Python", { input })).toContain(
      '{"image": base64.b64encode(open("picture.jpg", "rb").read()).decode(), "min_confidence": 40}',
    );
    expect(code("Go", { input })).toContain('map[string]any{"image": file, "min_confidence": 40}');
  });

  it("read it over MCP too, beside the payment", () => {
    const input = { image: picture, note: "it's $payment" };
    const [unpaid = "", paid = ""] = code("MCP", { input }).split("\n\n");
    expect(unpaid).toMatch(/base64 < picture\.jpg \| jq -Rs '\{[^|]*"image": \.,[^|]*\}' \|\n {2}curl .*--json @-/s);
    expect(paid).toContain(`jq -Rs --arg payment "$PAYMENT" '{`);
    expect(paid).toContain('"x402/payment": $payment');
    expect(paid).toContain(`"note": "it'\\''s $payment"`);
  });

  it("read a long text from a file", () => {
    const input = { text: "it's long ".repeat(500) };
    expect(code("curl", { input })).toContain(`jq -Rs '{"text": .}' text.txt |`);
    expect(code("MCP", { input })).toMatch(/"text": \.\n[^|]*' text\.txt \|\n {2}curl/);
    expect(code("TypeScript", { input })).toContain('{ text: readFileSync("text.txt", "utf8") }');
    expect(code("Python", { input })).toContain('{"text": open("text.txt", "rb").read().decode()}');
    expect(code("Go", { input })).toContain('{"text": string(file)}');
  });
});

describe("snippets of a seller's operation", () => {
  const shape = {
    method: "PUT",
    path: "/notes/{id}",
    parts: [
      { key: "id", place: "path", name: "id" },
      { key: "deep", place: "query", name: "deep" },
      { key: "trace", place: "header", name: "X-Trace" },
      { key: "text", place: "body", name: "text" },
    ],
    bodyType: "application/json",
    input: { type: "object" },
    output: null,
    answerTypes: ["text/plain"],
  } as const satisfies OperationShape;
  const input = { id: "a b", deep: true, trace: "t", text: "it's `x`" };
  const over = { slug: "kestrel/notes/put", shape: shape as OperationShape, input, code: "F100" };

  it("are the real request in each language, and flat arguments over MCP", () => {
    const url = "https://market.example/api/v1/g/kestrel/notes/notes/a%20b?deep=true";
    for (const name of ["curl", "TypeScript", "Python", "Go"]) expect(code(name, over), name).toContain(url);
    expect(code("curl", over)).toContain("curl -i -X PUT");
    expect(code("curl", over)).toContain(`--data-raw '{"text":"it'\\''s \`x\`"}'`);
    expect(code("Go", over)).toContain(`http.NewRequest("PUT", "${url}", body)`);
    expect(code("Python", over)).toContain("res.content");
    expect(code("MCP", over)).toContain('"kestrel_notes_put"');
  });

  it("say so while the input can't be written as a request", () => {
    expect(code("curl", { ...over, input: {} })).toMatch(/^# Fill in/);
  });
});
