import { randomBytes } from "node:crypto";
import {
  type Address,
  concat,
  createWalletClient,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  http,
  keccak256,
  toHex,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { settlementChain } from "@/lib/chainClient";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { requirementsFor } from "@/lib/payments/requirements";
import { compileSolidity } from "@/lib/testing/compile";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";

const compiled = compileSolidity("lib/testing/contracts/SmartWallet.sol", { evmVersion: "paris" });
const [wallet, factory] = [compiled.SmartWallet, compiled.SmartWalletFactory];
if (!wallet || !factory) throw new Error("the test's wallet does not compile");

const END = "0x6492649264926492649264926492649264926492649264926492649264926492";
const RICH = privateKeyToAccount(testPrivateKey("deployer"));
const { tool, runs } = echoTool();

let market: TestMarket;
let allowed: Address;
let foreign: Address;

beforeAll(async () => {
  // The place of the first contract of a fresh key is known before it is there, and the settings are read once.
  const deployer = newPayer();
  allowed = getContractAddress({ from: deployer.address, nonce: 0n });
  market = await startTestMarket({ WALLET_FACTORIES: allowed });
  await send(RICH, { to: deployer.address, value: 10n ** 18n });
  await send(deployer, { data: factory.bytecode });
  foreign = (await send(deployer, { data: factory.bytecode })).contractAddress as Address;
});
afterAll(() => market.stop());

async function send(account: PrivateKeyAccount, tx: { to?: Address; data?: Hex; value?: bigint }) {
  const { chain } = settlementChain();
  const hash = await createWalletClient({ account, chain, transport: http(market.rpcUrl) }).sendTransaction({ ...tx, chain });
  return settlementChain().waitForTransactionReceipt({ hash });
}
const code = (address: Address) => settlementChain().getCode({ address });

function placeOf(owner: Address, burn: boolean, from: Address): Address {
  const bytecode = encodeDeployData({ abi: wallet?.abi ?? [], bytecode: wallet?.bytecode ?? "0x", args: [owner, burn] });
  const place = keccak256(concat(["0xff", from, toHex(0, { size: 32 }), keccak256(bytecode)]));
  return `0x${place.slice(-40)}`;
}

const putCall = (owner: Address, burn: boolean) => encodeFunctionData({ abi: factory.abi, functionName: "put", args: [owner, burn] });

async function put(owner: Address, burn: boolean): Promise<void> {
  await send(RICH, { to: allowed, data: putCall(owner, burn) });
}

/** A payment from the wallet, signed by its owner; `wrap` says which factory would put it up. */
async function payFrom(owner: PrivateKeyAccount, { burn = false, wrap = null as Address | null, from = allowed } = {}) {
  const terms = requirementsFor(tool.definition);
  const place = placeOf(owner.address, burn, from);
  await market.fund(place);
  const signed = await signPayment(owner, terms, { from: place, nonce: toHex(randomBytes(32)) });
  const inner = signed.signature;
  const types = [{ type: "address" }, { type: "bytes" }, { type: "bytes" }];
  const wrapped = wrap && concat([encodeAbiParameters(types, [wrap, putCall(owner.address, burn), inner]), END]);
  return { place, inner, headers: { "PAYMENT-SIGNATURE": v2Header({ ...signed, signature: wrapped ?? inner }, terms) } };
}

const spent = async (place: Address) => 25_000_000n - (await market.balanceOf(place));
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";

describe("smart wallets pay", () => {
  it("one that is there, by its own check (EIP-1271)", async () => {
    const owner = newPayer();
    await put(owner.address, false);
    const { place, headers } = await payFrom(owner);
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, await response.text()]).toEqual([200, '{"text":"hi"}']);
    expect(await spent(place)).toBe(5000n);
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, idOf(copy), await spent(place)]).toEqual([200, idOf(response), 5000n]);
  });

  it("one that has yet to be put up by an allowed factory (EIP-6492), and then stands", async () => {
    const owner = newPayer();
    const { place, headers } = await payFrom(owner, { wrap: allowed });
    expect(await code(place)).toBeUndefined();
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, await spent(place)]).toEqual([200, 5000n]);
    expect(await code(place)).toBeDefined();
    // Its owner's client may go on wrapping its signatures.
    const next = await payFrom(owner, { wrap: allowed });
    expect((await post(tool, { text: "hi" }, next.headers)).status).toBe(200);
  });

  it("in a transaction of their own, so that their code can't touch anybody's batch", async () => {
    const owner = newPayer();
    await put(owner.address, false);
    const wallets = await Promise.all([payFrom(owner), payFrom(owner)]);
    const keys = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const payer = newPayer();
        await market.fund(payer.address);
        return signFor(tool, payer);
      }),
    );
    const responses = await Promise.all([...wallets, ...keys].map(({ headers }) => post(tool, { text: "hi" }, headers)));
    expect(responses.map((r) => r.status)).toEqual(Array(10).fill(200));
    const sizes = await Promise.all(responses.slice(0, 2).map(async (r) => (await findPayment(db(), idOf(r)))?.batchSize));
    expect(sizes).toEqual([1, 1]);
  });
});

describe("refused, with nothing run and nothing called", () => {
  const SIGNATURE = "invalid_exact_evm_payload_signature";
  const refused = async (headers: Record<string, string>) => {
    const before = runs();
    const response = await post(tool, { text: "hi" }, headers);
    expect(runs()).toBe(before);
    return [response.status, (await response.json()).error];
  };

  it("a signature of somebody else's", async () => {
    const [owner, thief] = [newPayer(), newPayer()];
    await put(owner.address, false);
    const place = placeOf(owner.address, false, allowed);
    await market.fund(place);
    const terms = requirementsFor(tool.definition);
    const signed = await signPayment(thief, terms, { from: place });
    expect(await refused({ "PAYMENT-SIGNATURE": v2Header(signed, terms) })).toEqual([402, SIGNATURE]);
  });

  it("a wallet that a factory of the payer's choice would put up", async () => {
    const owner = newPayer();
    const { place, headers } = await payFrom(owner, { wrap: foreign, from: foreign });
    expect(await refused(headers)).toEqual([402, SIGNATURE]);
    expect(await code(place)).toBeUndefined();
    expect(await settlementChain().readContract({ address: foreign, abi: factory.abi, functionName: "calls" })).toBe(0n);
  });

  it("a wallet whose check eats all the gas", async () => {
    const owner = newPayer();
    await put(owner.address, true);
    const { headers } = await payFrom(owner, { burn: true });
    expect((await refused(headers))[0]).toBe(402);
  });

  it("an account without code that did not sign", async () => {
    const { headers } = await payFrom(newPayer());
    expect(await refused(headers)).toEqual([402, SIGNATURE]);
  });

  it("a copy with another signature gets nothing of a wallet's answer", async () => {
    const [owner, thief] = [newPayer(), newPayer()];
    await put(owner.address, false);
    const terms = requirementsFor(tool.definition);
    const place = placeOf(owner.address, false, allowed);
    await market.fund(place);
    const signed = await signPayment(owner, terms, { from: place });
    expect((await post(tool, { text: "mine" }, { "PAYMENT-SIGNATURE": v2Header(signed, terms) })).status).toBe(200);
    const theirs = await signPayment(thief, terms, signed.authorization);
    const response = await post(tool, { text: "mine" }, { "PAYMENT-SIGNATURE": v2Header(theirs, terms) });
    expect([response.status, (await response.json()).error]).toEqual([402, "invalid_exact_evm_nonce_already_used"]);
  });
});
