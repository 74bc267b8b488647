/**
 * `@x402/express` 2.27 as its README uses it, in a process of its own: somebody else's paid route that has its payments
 * settled by the facilitator named first, and is paid to the address named second. Says where it listens.
 */
import { HTTPFacilitatorClient } from "@x402/core/server";
import { ExactEvmScheme } from "@x402/evm/exact/server";
import { paymentMiddleware, x402ResourceServer } from "@x402/express";
import express from "express";

const [url, payTo] = process.argv.slice(2);
const network = "eip155:84532";
const resources = new x402ResourceServer(new HTTPFacilitatorClient({ url })).register(network, new ExactEvmScheme());
const routes = { "GET /weather": { accepts: { scheme: "exact", price: "$0.001", network, payTo }, description: "Weather" } };
let runs = 0;

const app = express();
app.get("/runs", (_, response) => response.json({ runs }));
app.use(paymentMiddleware(routes, resources));
app.get("/weather", (_, response) => {
  runs += 1;
  response.json({ weather: "sunny" });
});
const server = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
