/** Routes that the official client of the OpenAI protocol calls, by slug. */
const CALLS: Record<string, string> = { "chat/completions": "chat.completions", embeddings: "embeddings" };

type Facts = { origin: string; slug: string; input: Record<string, unknown>; network: string; price: string };

/** The official client, its fetch paying; null for tools that don't speak its protocol. */
export function openaiSnippet({ origin, slug, input, network, price }: Facts): string | null {
  const call = CALLS[slug];
  if (!call) return null;
  return [
    `import { ExactEvmScheme } from "@x402/evm"`,
    `import { wrapFetchWithPayment, x402Client } from "@x402/fetch"`,
    `import OpenAI from "openai"`,
    `import { privateKeyToAccount } from "viem/accounts"`,
    ``,
    `const account = privateKeyToAccount(process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)`,
    `const client = new x402Client().register("${network}", new ExactEvmScheme(account))`,
    ``,
    `const openai = new OpenAI({`,
    `  baseURL: "${origin}/api/v1",`,
    `  apiKey: "none",`,
    `  fetch: wrapFetchWithPayment(fetch, client),`,
    `})`,
    ...(slug === "embeddings" ? whole(call, input, price) : streamed(call, input, price)),
  ].join("\n");
}

function whole(call: string, input: Record<string, unknown>, price: string): string[] {
  return [`const { data } = await openai.${call}.create(${argument(input)})`, `console.log(data) // ${price}`];
}

function streamed(call: string, input: Record<string, unknown>, price: string): string[] {
  return [
    `const stream = await openai.${call}.create(${argument({ ...input, stream: true })})`,
    `// ${price}, and nothing when the model fails before its first token`,
    `for await (const chunk of stream) process.stdout.write(chunk.choices[0]?.delta.content ?? "")`,
  ];
}

function argument(input: Record<string, unknown>): string {
  const lines = Object.entries(input).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  return ["{", ...lines, "}"].join("\n");
}
