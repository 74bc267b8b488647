/** The official express server, as its guide says to write it. */
import { HTTPFacilitatorClient } from "@x402/core/server";
import { ExactEvmScheme } from "@x402/evm/exact/server";
import { paymentMiddleware, x402ResourceServer } from "@x402/express";
import express from "express";
import { PORT, sold } from "./settings.mjs";

const app = express();
const facilitator = new HTTPFacilitatorClient({ url: process.env.FACILITATOR_URL });
const server = new x402ResourceServer(facilitator).register("eip155:84532", new ExactEvmScheme());
let runs = 0;

app.disable("x-powered-by");
app.get("/live", (_, response) => response.json({ live: true }));
app.get("/runs", (_, response) => response.json({ runs }));
app.use(paymentMiddleware({ "POST /echo": sold() }, server));
app.use(express.json());
app.post("/echo", (request, response) => {
  runs += 1;
  response.json({ text: request.body.text });
});
app.listen(PORT, "127.0.0.1", 4096);
