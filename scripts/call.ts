/** `npm run call -- <tool> '<json>' [--url <market>]`: one paid call, every step of it shown. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, formatUnits, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Market } from "../lib/devnet/market";

type Offer = {
  scheme: string;
  network: string;
  amount: string;
  asset: Address;
  payTo: Address;
  maxTimeoutSeconds: number;
  extra: { name: string; version: string };
};
type Required = { x402Version: number; error?: string; resource: { url: string; description?: string }; accepts: Offer[] };
type Receipt = { success: boolean; transaction: string; network: string; payer?: string; errorReason?: string };

// Whoever reads along may have seen enough (`| head`): a call that was paid goes on to its end all the same.
process.stdout.on("error", () => undefined);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: "string" } } });
const [tool, input = "{}"] = positionals;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readMarket(): Market {
  const file = process.env.COINSLOT_MARKET ?? resolve(import.meta.dirname, "..", ".coinslot", "market.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return stop("No market runs here. Start it with `npm start` in another terminal.");
  }
}

const decode = <T>(header: string): T => JSON.parse(Buffer.from(header, "base64").toString("utf8"));
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");
const row = (label: string, value: string) => console.log(`  ${label.padEnd(12)} ${value}`);
const dollars = (atomic: string) => `$${formatUnits(BigInt(atomic), 6)}`;

async function request(url: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: input });
  } catch {
    return stop(`Nothing answers at ${url}. Start the market with \`npm start\` in another terminal.`);
  }
}

/** An EIP-3009 authorization for what is asked: the payer signs, the market sends it and pays the gas. */
async function sign(offer: Offer, chainId: number, privateKey: Hex) {
  const account = privateKeyToAccount(privateKey);
  const now = Math.floor(Date.now() / 1000);
  const authorization = {
    from: account.address,
    to: offer.payTo,
    value: offer.amount,
    validAfter: String(now - 60),
    validBefore: String(now + offer.maxTimeoutSeconds),
    nonce: `0x${randomBytes(32).toString("hex")}` as Hex,
  };
  const field = (name: string, type: string) => ({ name, type });
  const signature = await account.signTypedData({
    domain: { ...offer.extra, chainId, verifyingContract: offer.asset },
    types: {
      TransferWithAuthorization: [
        field("from", "address"),
        field("to", "address"),
        field("value", "uint256"),
        field("validAfter", "uint256"),
        field("validBefore", "uint256"),
        field("nonce", "bytes32"),
      ],
    },
    primaryType: "TransferWithAuthorization",
    message: {
      ...authorization,
      value: BigInt(offer.amount),
      validAfter: BigInt(authorization.validAfter),
      validBefore: BigInt(authorization.validBefore),
    },
  });
  return { signature, authorization };
}

async function showBody(response: Response): Promise<void> {
  const text = await response.text();
  try {
    console.log(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    console.log(text);
  }
}

if (!tool) stop('Usage: npm run call -- token-safety \'{"token":"0x…"}\' [--url http://127.0.0.1:3000]');
try {
  JSON.parse(input);
} catch {
  stop(`The input is no JSON: ${input}`);
}
const market = readMarket();
const buyer = market.wallets?.buyer;
if (!buyer) stop("This market takes payments on a real network, where no test wallet exists. Pay with a client and a wallet of your own.");
const url = `${(values.url ?? market.url).replace(/\/+$/, "")}/api/v1/${tool}`;

console.log(`1. Ask without paying: POST ${url}`);
const unpaid = await request(url, {});
const asked = unpaid.headers.get("payment-required");
if (unpaid.status !== 402 || !asked) {
  console.log(`\nExpected 402, got ${unpaid.status}:`);
  await showBody(unpaid);
  process.exit(1);
}
const required = decode<Required>(asked);
const offer = required.accepts.find(
  (a) => a.scheme === "exact" && a.network === market.network && a.asset.toLowerCase() === market.asset.toLowerCase(),
);
if (!offer) stop("The market offers no exact USDC payment on the network of the test wallet.");
row("402", required.error ?? "Payment Required");
row("for", required.resource.description ?? required.resource.url);
row("price", `${dollars(offer.amount)} USDC (${offer.amount} atomic units)`);
row("network", offer.network);
row("asset", offer.asset);
row("pay to", offer.payTo);

console.log("\n2. Sign an authorization (EIP-3009) and ask again");
const payload = await sign(offer, market.chainId, buyer.privateKey);
row("payer", payload.authorization.from);
row("nonce", payload.authorization.nonce);
const started = performance.now();
const paid = await request(url, { "payment-signature": encode({ x402Version: 2, resource: required.resource, accepted: offer, payload }) });
row("status", `${paid.status} after ${Math.round(performance.now() - started)} ms`);

const receiptHeader = paid.headers.get("payment-response");
console.log("\n3. Receipt");
if (receiptHeader) {
  const receipt = decode<Receipt>(receiptHeader);
  row("settled", receipt.success ? `yes, ${dollars(offer.amount)} moved` : `no: ${receipt.errorReason ?? "unknown reason"}`);
  if (receipt.transaction) row("transaction", receipt.transaction);
  row("network", receipt.network);
} else row("none", paid.ok ? "the answer came without a receipt" : "nothing was charged");

console.log("\n4. Answer");
await showBody(paid);
if (!paid.ok) process.exit(1);
