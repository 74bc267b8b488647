import type { CallTarget } from "./callRequest";
import { fileValueOf } from "./fileValue";
import { goFileBody, goLiteral, objectLiteral, pythonObject, shellQuoted } from "./literals";
import { mcpName } from "./mcpName";
import { openaiSnippet } from "./openaiSnippet";
import { type ShapedCode, shapedCode } from "./shapedSnippets";

export type Snippet = { name: "curl" | "TypeScript" | "Python" | "Go" | "MCP"; code: string };

export type SnippetFacts = CallTarget & {
  /** `https://…`, without a trailing slash. */
  origin: string;
  /** Ends a name that is too long for MCP. */
  code?: string;
  input: Record<string, unknown>;
  /** CAIP-2 id of the network that is paid on. */
  network: string;
  /** `"$0.005"` */
  price: string;
};

/** The same call in four languages and over MCP, with this input. Each runs as it stands, given a funded key in EVM_PRIVATE_KEY. */
export function snippets(given: SnippetFacts): Snippet[] {
  // Whole answers: a stream is for clients that read one.
  const { stream: _, ...input } = given.input;
  const facts = { ...given, input };
  if (given.shape) return sellersSnippets(given);
  return [
    { name: "curl", code: curl(facts) },
    { name: "TypeScript", code: openaiSnippet(facts) ?? typescript(facts) },
    { name: "Python", code: python(facts) },
    { name: "Go", code: go(facts) },
    { name: "MCP", code: mcp(facts) },
  ];
}

/** While the form holds nothing that can be written as a request, the code says so. */
function sellersSnippets(facts: SnippetFacts): Snippet[] {
  const code = shapedCode(facts);
  const unwritten = "Fill in what is needed, and the call stands here.";
  return [
    { name: "curl", code: code?.curl ?? `# ${unwritten}` },
    { name: "TypeScript", code: code ? typescript(facts, code) : `// ${unwritten}` },
    { name: "Python", code: code ? python(facts, code) : `# ${unwritten}` },
    { name: "Go", code: code ? go(facts, code) : `// ${unwritten}` },
    { name: "MCP", code: mcp(facts) },
  ];
}

const urlOf = ({ origin, slug }: SnippetFacts) => `${origin}/api/v1/${slug}`;

function curl(facts: SnippetFacts): string {
  const { feed, body } = curlBody(facts.input);
  return [
    `# The price and the terms, free: a 402 with PAYMENT-REQUIRED`,
    `${feed}curl -i ${urlOf(facts)} \\`,
    `  --json ${body}`,
    ``,
    `# The same again with the signed payment (base64): the answer, for ${facts.price}`,
    `${feed}curl ${urlOf(facts)} \\`,
    `  -H "PAYMENT-SIGNATURE: $PAYMENT" \\`,
    `  --json ${body}`,
  ].join("\n");
}

/** The body as it stands, or made by jq of a file and piped in. */
function curlBody(input: Record<string, unknown>): { feed: string; body: string } {
  const read = fileValueOf(input);
  if (!read) return { feed: "", body: shellQuoted(JSON.stringify(input)) };
  const filter = `{${Object.entries(input)
    .map(([key, value]) => `${JSON.stringify(key)}: ${key === read.key ? "." : JSON.stringify(value)}`)
    .join(", ")}}`;
  const feed = read.isPicture ? `base64 < ${read.file} | jq -Rs ${shellQuoted(filter)}` : `jq -Rs ${shellQuoted(filter)} ${read.file}`;
  return { feed: `${feed} |\n  `, body: "@-" };
}

function typescript(facts: SnippetFacts, shaped?: ShapedCode): string {
  const read = shaped ? null : fileValueOf(facts.input);
  return [
    ...(read || shaped?.typescript.some((line) => line.includes("readFileSync(")) ? [`import { readFileSync } from "node:fs"`] : []),
    `import { ExactEvmScheme } from "@x402/evm"`,
    `import { wrapFetchWithPayment, x402Client } from "@x402/fetch"`,
    `import { privateKeyToAccount } from "viem/accounts"`,
    ``,
    `const account = privateKeyToAccount(process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)`,
    `const client = new x402Client().register("${facts.network}", new ExactEvmScheme(account))`,
    `const pay = wrapFetchWithPayment(fetch, client)`,
    ``,
    ...(shaped?.typescript ?? [
      `const res = await pay("${urlOf(facts)}", {`,
      `  method: "POST",`,
      `  headers: { "content-type": "application/json" },`,
      `  body: JSON.stringify(${objectLiteral(facts.input, read)}),`,
      `})`,
    ]),
    `console.log(await res.${shaped && !givesJson(facts) ? "text" : "json"}()) // ${facts.price}, and nothing when there is no answer`,
  ].join("\n");
}

/** Without a word on it, an answer is read as JSON. */
function givesJson({ shape }: SnippetFacts): boolean {
  return !shape || shape.answerTypes.length === 0 || shape.answerTypes.some((type) => /[/+]json\b/.test(type));
}

function python(facts: SnippetFacts, shaped?: ShapedCode): string {
  const read = shaped ? null : fileValueOf(facts.input);
  return [
    ...(read?.isPicture ? [`import base64`] : []),
    `import os`,
    `from eth_account import Account`,
    `from x402 import x402ClientSync`,
    `from x402.http.clients import x402_requests`,
    `from x402.mechanisms.evm import EthAccountSigner`,
    `from x402.mechanisms.evm.exact.register import register_exact_evm_client`,
    ``,
    `client = x402ClientSync()`,
    `account = Account.from_key(os.environ["EVM_PRIVATE_KEY"])`,
    `register_exact_evm_client(client, EthAccountSigner(account))`,
    ``,
    `with x402_requests(client) as session:`,
    ...(shaped?.python ?? [
      `    res = session.post(`,
      `        "${urlOf(facts)}",`,
      `        json=${pythonObject(facts.input, read)},`,
      `    )`,
    ]),
    `    print(${shaped && !givesJson(facts) ? "res.content" : "res.json()"})  # ${facts.price}, and nothing when there is no answer`,
  ].join("\n");
}

function go(facts: SnippetFacts, shaped?: ShapedCode): string {
  const read = shaped ? null : fileValueOf(facts.input);
  const hasBody = shaped?.go.body !== "nil";
  return [
    `package main`,
    ``,
    `import (`,
    ...(read ? [`	"bytes"`, `	"encoding/json"`] : []),
    `	"io"`,
    `	"net/http"`,
    `	"os"`,
    ...(read || !hasBody ? [] : [`	"strings"`]),
    ``,
    `	x402 "github.com/x402-foundation/x402/go"`,
    `	x402http "github.com/x402-foundation/x402/go/http"`,
    `	evm "github.com/x402-foundation/x402/go/mechanisms/evm/exact/client"`,
    `	signers "github.com/x402-foundation/x402/go/signers/evm"`,
    `)`,
    ``,
    `func main() {`,
    `	signer, err := signers.NewClientSignerFromPrivateKey(os.Getenv("EVM_PRIVATE_KEY"))`,
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    `	client := x402.Newx402Client().Register("${facts.network}", evm.NewExactEvmScheme(signer, nil))`,
    `	pay := x402http.WrapHTTPClientWithPayment(http.DefaultClient, x402http.Newx402HTTPClient(client))`,
    ``,
    ...goCall(facts, shaped),
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    `	defer res.Body.Close()`,
    `	io.Copy(os.Stdout, res.Body) // ${facts.price}, and nothing when there is no answer`,
    `}`,
  ].join("\n");
}

function goCall(facts: SnippetFacts, shaped: ShapedCode | undefined): string[] {
  if (shaped) return [shaped.go.body === "nil" ? `	var body io.Reader` : `	body := ${shaped.go.body}`, ...shaped.go.lines];
  const read = fileValueOf(facts.input);
  return [
    ...(read ? goFileBody(facts.input, read) : [`	body := strings.NewReader(${goLiteral(JSON.stringify(facts.input))})`]),
    `	res, err := pay.Post("${urlOf(facts)}", "application/json", body)`,
  ];
}

/** What an MCP client sends, by hand. */
function mcp(facts: SnippetFacts): string {
  return [
    `# The price and the terms, free: a result with isError and accepts`,
    ...mcpCall(facts, false),
    ``,
    `# The same again with the signed payment (base64): the answer, for ${facts.price}`,
    ...mcpCall(facts, true),
  ].join("\n");
}

/** Stand in JSON for what a shell or jq puts there; no input holds a NUL. */
const HERE = { payment: "\u0000payment", file: "\u0000file" };

/** The payment is base64, so nothing in it ends a text. */
function mcpCall({ origin, slug, code, input }: SnippetFacts, pays: boolean): string[] {
  const read = fileValueOf(input);
  const meta = pays ? { _meta: { "x402/payment": HERE.payment } } : {};
  const params = { name: mcpName(slug, code), arguments: read ? { ...input, [read.key]: HERE.file } : input, ...meta };
  const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }, null, 2);
  const payment = JSON.stringify(HERE.payment);
  if (!read) return [`curl ${origin}/mcp \\`, `  --json ${shellQuoted(message).replace(payment, () => `"'"$PAYMENT"'"`)}`];
  const filter = shellQuoted(message.replace(JSON.stringify(HERE.file), ".").replace(payment, () => "$payment"));
  const jq = `jq -Rs${pays ? ` --arg payment "$PAYMENT"` : ""} ${filter}`;
  return [read.isPicture ? `base64 < ${read.file} | ${jq} |` : `${jq} ${read.file} |`, `  curl ${origin}/mcp --json @-`];
}
