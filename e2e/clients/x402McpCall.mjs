/**
 * `x402-mcp` 0.0.5 on the AI SDK's MCP client, as its README uses it, in a process of its own: calls the tool `echo` of the
 * market named first with the key named second, and prints what came of it.
 */
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { experimental_createMCPClient } from "ai";
import { privateKeyToAccount } from "viem/accounts";
import { withPayment } from "x402-mcp/client";

/** Every object anywhere in a value, and in the JSON texts inside it: what a model sees. */
function* objectsIn(value) {
  if (typeof value === "string" && value.startsWith("{")) yield* objectsIn(JSON.parse(value));
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const [url, key] = process.argv.slice(2);
const client = await experimental_createMCPClient({ transport: new StreamableHTTPClientTransport(new URL(url)) });
const paying = await withPayment(client, { account: privateKeyToAccount(key), network: "base-sepolia" });
const { echo, generatePaymentAuthorization: sign } = await paying.tools();

const unpaid = await echo.execute({ text: "hi" }, {});
// What a model does: it takes the terms out of the result, in the form that the signing tool's schema asks for.
const inputs = [...objectsIn(unpaid)].map((paymentRequirements) => ({ paymentRequirements }));
const fitting = inputs.find((input) => sign.inputSchema.safeParse(input).success);
if (!fitting) throw new Error(`nothing in the result fits the signing tool: ${JSON.stringify(unpaid)}`);
const { paymentAuthorization } = await sign.execute(fitting, {});
const result = await echo.execute({ text: "hi", paymentAuthorization }, {});
await client.close();
console.log(JSON.stringify({ unpaid, result }));
