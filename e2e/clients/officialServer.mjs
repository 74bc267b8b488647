import { once } from "node:events";
import { HTTPFacilitatorClient } from "@x402/core/server";
import { ExactEvmScheme } from "@x402/evm/exact/server";
import { paymentMiddleware, x402ResourceServer } from "@x402/express";
import express from "express";

/** `@x402/express` 2.27, as its README uses it: somebody else's paid route that has its payments settled by this facilitator. */
export async function officialServer(facilitatorUrl, payTo) {
  const network = "eip155:84532";
  const facilitator = new HTTPFacilitatorClient({ url: facilitatorUrl });
  const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme());
  const routes = { "GET /weather": { accepts: { scheme: "exact", price: "$0.001", network, payTo }, description: "Weather" } };
  let runs = 0;
  const app = express();
  app.use(paymentMiddleware(routes, resources));
  app.get("/weather", (_, response) => {
    runs += 1;
    response.json({ weather: "sunny" });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/weather`,
    runs: () => runs,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
