import { mcpName } from "./mcpName";

export type Snippet = { name: "curl" | "TypeScript" | "Python" | "Go" | "MCP"; code: string };

export type SnippetFacts = {
  /** `https://…`, without a trailing slash. */
  origin: string;
  slug: string;
  input: Record<string, unknown>;
  /** CAIP-2 id of the network that is paid on. */
  network: string;
  /** `"$0.005"` */
  price: string;
};

/** The same call in four languages and over MCP, with this input. Each runs as it stands, given a funded key in EVM_PRIVATE_KEY. */
export function snippets(facts: SnippetFacts): Snippet[] {
  return [
    { name: "curl", code: curl(facts) },
    { name: "TypeScript", code: typescript(facts) },
    { name: "Python", code: python(facts) },
    { name: "Go", code: go(facts) },
    { name: "MCP", code: mcp(facts) },
  ];
}

const urlOf = ({ origin, slug }: SnippetFacts) => `${origin}/api/v1/${slug}`;

/** Inside single quotes of a shell, a single quote ends the text, is said by itself, and text goes on. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function curl(facts: SnippetFacts): string {
  const body = shellQuoted(JSON.stringify(facts.input));
  return [
    `# The price and the terms, free: a 402 with PAYMENT-REQUIRED`,
    `curl -i ${urlOf(facts)} \\`,
    `  --json ${body}`,
    ``,
    `# The same again with the signed payment (base64): the answer, for ${facts.price}`,
    `curl ${urlOf(facts)} \\`,
    `  -H "PAYMENT-SIGNATURE: $PAYMENT" \\`,
    `  --json ${body}`,
  ].join("\n");
}

function typescript(facts: SnippetFacts): string {
  return [
    `import { ExactEvmScheme } from "@x402/evm"`,
    `import { wrapFetchWithPayment, x402Client } from "@x402/fetch"`,
    `import { privateKeyToAccount } from "viem/accounts"`,
    ``,
    `const account = privateKeyToAccount(process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)`,
    `const client = new x402Client().register("${facts.network}", new ExactEvmScheme(account))`,
    `const pay = wrapFetchWithPayment(fetch, client)`,
    ``,
    `const res = await pay("${urlOf(facts)}", {`,
    `  method: "POST",`,
    `  headers: { "content-type": "application/json" },`,
    `  body: JSON.stringify(${objectLiteral(facts.input)}),`,
    `})`,
    `console.log(await res.json()) // ${facts.price}, and nothing when there is no answer`,
  ].join("\n");
}

function python(facts: SnippetFacts): string {
  return [
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
    `    res = session.post(`,
    `        "${urlOf(facts)}",`,
    `        json=${pythonLiteral(facts.input)},`,
    `    )`,
    `    print(res.json())  # ${facts.price}, and nothing when there is no answer`,
  ].join("\n");
}

function go(facts: SnippetFacts): string {
  return [
    `package main`,
    ``,
    `import (`,
    `	"io"`,
    `	"net/http"`,
    `	"os"`,
    `	"strings"`,
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
    `	body := strings.NewReader(${goLiteral(JSON.stringify(facts.input))})`,
    `	res, err := pay.Post("${urlOf(facts)}", "application/json", body)`,
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    `	defer res.Body.Close()`,
    `	io.Copy(os.Stdout, res.Body) // ${facts.price}, and nothing when there is no answer`,
    `}`,
  ].join("\n");
}

/** What an MCP client sends, by hand. The payment is base64, so nothing in it ends the text. */
function mcp({ origin, slug, input, price }: SnippetFacts): string {
  const params = { name: mcpName(slug), arguments: input };
  const message = (more: object) =>
    JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...params, ...more } }, null, 2);
  // The last: an input may hold anything.
  const [before, after] = lastSplit(shellQuoted(message({ _meta: { "x402/payment": "PAYMENT" } })), "PAYMENT");
  return [
    `# The price and the terms, free: a result with isError and accepts`,
    `curl ${origin}/mcp \\`,
    `  --json ${shellQuoted(message({}))}`,
    ``,
    `# The same again with the signed payment (base64): the answer, for ${price}`,
    `curl ${origin}/mcp \\`,
    `  --json ${before}'"$PAYMENT"'${after}`,
  ].join("\n");
}

function lastSplit(text: string, word: string): [before: string, after: string] {
  const at = text.lastIndexOf(word);
  return [text.slice(0, at), text.slice(at + word.length)];
}

/** `{ token: "0x…" }`: JSON, with bare keys where JavaScript takes them. */
function objectLiteral(input: Record<string, unknown>): string {
  const fields = Object.entries(input).map(
    ([key, value]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** JSON text is Python too, but for its three bare words. */
function pythonLiteral(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([k, v]) => `${JSON.stringify(k)}: ${pythonLiteral(v)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}

/** A raw string where it can be one; a backquote inside needs the quoted form. */
function goLiteral(text: string): string {
  return text.includes("`") ? JSON.stringify(text) : `\`${text}\``;
}
