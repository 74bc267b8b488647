/** The official client against this market. */
export function openaiCode(origin: string, network: string): string {
  return `import { ExactEvmScheme } from "@x402/evm"
import { wrapFetchWithPayment, x402Client } from "@x402/fetch"
import OpenAI from "openai"
import { privateKeyToAccount } from "viem/accounts"

const account = privateKeyToAccount(process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)
const client = new x402Client().register("${network}", new ExactEvmScheme(account))

const openai = new OpenAI({
  baseURL: "${origin}/api/v1",
  apiKey: "none",
  fetch: wrapFetchWithPayment(fetch, client),
})
const stream = await openai.chat.completions.create({
  model: (await openai.models.list()).data[0].id,
  messages: [{ role: "user", content: "Say hello in one short sentence." }],
  max_tokens: 64,
  stream: true,
})
for await (const chunk of stream) process.stdout.write(chunk.choices[0]?.delta.content ?? "")`;
}
