/** The official facilitator in a process of its own, in the best set-up that was found for it: viem's nonce manager, and receipts looked for often. */
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { x402Facilitator } from "@x402/core/facilitator";
import { toFacilitatorEvmSigner } from "@x402/evm";
import { ExactEvmScheme } from "@x402/evm/exact/facilitator";
import { createWalletClient, http, publicActions } from "viem";
import { nonceManager, privateKeyToAccount } from "viem/accounts";
import { baseSepolia } from "viem/chains";

const { RPC_URL, SETTLER_PRIVATE_KEY, PORT, POLL_MS } = process.env;
/** From so many requests under way, asking the chain in batches pays: a third more calls, at two thirds of the CPU. */
const BUSY = 8;
const account = privateKeyToAccount(SETTLER_PRIVATE_KEY, { nonceManager });

function facilitatorOver(transport) {
  const client = createWalletClient({ account, chain: baseSepolia, transport, pollingInterval: Number(POLL_MS) }).extend(publicActions);
  const signer = toFacilitatorEvmSigner(Object.assign(client, { address: account.address }));
  return new x402Facilitator().register("eip155:84532", new ExactEvmScheme(signer));
}

// A request that waits its turn behind two thousand others is slow, not lost: sent again, a transaction fails as known.
const patient = { timeout: 60_000 };
const calm = facilitatorOver(http(RPC_URL, patient));
const busy = facilitatorOver(http(RPC_URL, { ...patient, batch: true }));
let underWay = 0;
const facilitator = () => (underWay > BUSY ? busy : calm);

const doors = {
  "/supported": () => calm.getSupported(),
  "/verify": (b) => facilitator().verify(b.paymentPayload, b.paymentRequirements),
  "/settle": (b) => facilitator().settle(b.paymentPayload, b.paymentRequirements),
};

createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  underWay += 1;
  try {
    const door = doors[request.url];
    if (!door) return answer(404, { error: "not found" });
    answer(200, await door(request.method === "POST" ? await json(request) : undefined));
  } catch (error) {
    console.error(error);
    answer(500, { error: String(error) });
  } finally {
    underWay -= 1;
  }
}).listen(Number(PORT), "127.0.0.1", 4096);
