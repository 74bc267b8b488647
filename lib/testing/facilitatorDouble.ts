import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { createWalletClient, type Hex, http, publicActions } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { settlementChain } from "@/lib/chainClient";
import { env } from "@/lib/env";
import { readPayment } from "@/lib/payments/decode";
import { transferCall } from "@/lib/settlement/transferCall";
import { TERMS } from "./terms";

type Asked = { body: Record<string, unknown>; headers: IncomingHttpHeaders };
/** What a double does with a request; it answers itself, late or never. */
export type Behaviour = (asked: Asked, response: ServerResponse) => unknown;

export type FacilitatorDouble = { url: string; asked: Asked[]; behave: (behaviour: Behaviour) => void; close: () => Promise<void> };

/** A facilitator at the edge of the internet: a real server on a real port that behaves as a test wants it to. */
export async function facilitatorDouble(behaviour: Behaviour): Promise<FacilitatorDouble> {
  let current = behaviour;
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const call = { body: (await json(request)) as Record<string, unknown>, headers: request.headers };
    asked.push(call);
    await current(call, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (next) => {
      current = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const says =
  (receipt: unknown, status = 200): Behaviour =>
  (_, response) =>
    response.writeHead(status).end(JSON.stringify(receipt));

export const never: Behaviour = () => undefined;

/** Brings the payment to the chain and then answers; by default with the truth. */
export const settles =
  (answer?: unknown): Behaviour =>
  async ({ body }, response) => {
    const transaction = await bringToChain(body);
    response.end(JSON.stringify(answer ?? { success: true, transaction, network: TERMS.network }));
  };

let turn: Promise<unknown> = Promise.resolve();

/** One at a time: they all share one key. */
function bringToChain(body: Record<string, unknown>): Promise<Hex> {
  const sent = turn.then(() => send(body));
  turn = sent.catch(() => undefined);
  return sent;
}

async function send(body: Record<string, unknown>): Promise<Hex> {
  const read = readPayment(body.paymentPayload as Record<string, unknown>, "PAYMENT-SIGNATURE");
  if (read.kind !== "payment") throw new Error("the market sent no payment");
  const { chain } = settlementChain();
  const account = privateKeyToAccount(env().local?.minterPrivateKey as Hex);
  const wallet = createWalletClient({ account, chain, transport: http(env().rpcUrl) }).extend(publicActions);
  const hash = await wallet.sendTransaction({ to: TERMS.asset, data: transferCall({ id: "", ...read.payment }), chain });
  await wallet.waitForTransactionReceipt({ hash, pollingInterval: 50 });
  return hash;
}
