import { HTTPFacilitatorClient } from "@x402/core/server";
import { ExactEvmScheme } from "@x402/evm/exact/server";
import { withX402, x402ResourceServer } from "@x402/next";
import { NextResponse } from "next/server";
import { sold } from "../../settings.mjs";
import { count } from "../runs/count.mjs";

async function echo(request) {
  count.runs += 1;
  const { text } = await request.json();
  return NextResponse.json({ text });
}

/** Made at the first call: the build loads this file too, where there is no facilitator to ask. */
function paid() {
  const facilitator = new HTTPFacilitatorClient({ url: process.env.FACILITATOR_URL });
  const server = new x402ResourceServer(facilitator).register("eip155:84532", new ExactEvmScheme());
  return withX402(echo, { "POST /echo": sold() }, server);
}

let route;
export function POST(request) {
  route ??= paid();
  return route(request);
}
