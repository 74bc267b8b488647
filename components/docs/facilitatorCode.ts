import type { CodeTab } from "@/components/ui/CodeBlock";

type Facts = { url: string; network: string /** Does it want a key? */; keyed: boolean };

/** A paid route of somebody else, and the plain question what is supported. */
export function facilitatorCode({ url, network, keyed }: Facts): CodeTab[] {
  const headers = [
    `const auth = { Authorization: \`Bearer \${process.env.FACILITATOR_KEY}\` }`,
    `const facilitator = new HTTPFacilitatorClient({`,
    `  url: "${url}",`,
    `  createAuthHeaders: async () => ({ verify: auth, settle: auth, supported: {} }),`,
    `})`,
  ];
  const express = [
    `import express from "express"`,
    `import { HTTPFacilitatorClient } from "@x402/core/server"`,
    `import { ExactEvmScheme } from "@x402/evm/exact/server"`,
    `import { paymentMiddleware, x402ResourceServer } from "@x402/express"`,
    ``,
    ...(keyed ? headers : [`const facilitator = new HTTPFacilitatorClient({ url: "${url}" })`]),
    `const resources = new x402ResourceServer(facilitator).register("${network}", new ExactEvmScheme())`,
    `const accepts = { scheme: "exact", price: "$0.001", network: "${network}", payTo: "0x…" }`,
    ``,
    `const app = express()`,
    `app.use(paymentMiddleware({ "GET /weather": { accepts, description: "Weather" } }, resources))`,
    `app.get("/weather", (_, res) => res.json({ weather: "sunny" }))`,
    `app.listen(4021)`,
  ];
  return [
    { name: "Express", code: express.join("\n") },
    { name: "curl", code: `curl ${url}/supported` },
  ];
}
