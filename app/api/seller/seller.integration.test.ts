import { createWalletClient, encodeDeployData, getAddress, type Hex, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { sellerChanges } from "@/db/schema/sellers";
import { settlementChain } from "@/lib/chainClient";
import { testAccount, testPrivateKey } from "@/lib/devnet/accounts";
import { sellersTools } from "@/lib/gateway/shelf";
import { type Asker, asWallet, TEST_ORIGIN } from "@/lib/testing/asWallet";
import { compileSolidity } from "@/lib/testing/compile";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newListing } from "@/lib/testing/newListing";
import { GET as handleRoute } from "./handles/[handle]/route";
import { POST as nonceRoute } from "./payto/nonce/route";
import { POST as payToRoute } from "./payto/route";
import { GET, PATCH, POST } from "./route";

const kestrel = privateKeyToAccount(generatePrivateKey());
const wallet = kestrel.address.toLowerCase();
const elsewhere = `0x${"ab".repeat(20)}`;

let market: TestMarket;
let ask: Asker;
beforeAll(async () => {
  market = await startTestMarket();
  ask = await asWallet(kestrel.address);
});
afterAll(() => market.stop());

type Json = {
  error?: string;
  reason?: string;
  message?: string;
  seller?: Record<string, unknown> | null;
  changes?: Record<string, unknown>[];
};
const json = async (response: Response) => [response.status, (await response.json()) as Json] as const;
const refusal = async (response: Response) => {
  const [status, { error, reason }] = await json(response);
  return [status, error, reason];
};
const join = async (by: Asker, body: unknown) => POST(by("/api/seller", { method: "POST", body }), undefined);
const edit = (body: unknown) => PATCH(ask("/api/seller", { method: "PATCH", body }), undefined);
const newcomer = async () => asWallet(privateKeyToAccount(generatePrivateKey()).address);

async function isFree(handle: string) {
  const response = await handleRoute(ask(`/api/seller/handles/${handle}`), { params: Promise.resolve({ handle }) });
  return (await response.json()) as { free: boolean; reason?: string; message?: string };
}

describe("a seller's account", () => {
  it("needs a session, and a page of this site", async () => {
    expect(await refusal(await GET((await asWallet(null))("/api/seller"), undefined))).toEqual([401, "unauthorized", undefined]);
    const foreign = ask("/api/seller", { method: "POST", body: {}, headers: { origin: "https://evil.test" } });
    expect(await refusal(await POST(foreign, undefined))).toEqual([403, "forbidden_origin", undefined]);
  });

  it("is nobody's before a handle is taken, and then has its wallet as payTo", async () => {
    expect((await json(await GET(ask("/api/seller"), undefined)))[1].seller).toBeNull();
    expect(await isFree("kestrel")).toEqual({ handle: "kestrel", free: true });
    const [status, body] = await json(await join(ask, { handle: "Kestrel", name: "Kestrel Labs", site: "https://kestrel.example" }));
    expect(status).toBe(201);
    expect(body.seller).toMatchObject({ wallet, handle: "kestrel", name: "Kestrel Labs", payTo: wallet, site: "https://kestrel.example/" });
    expect((await json(await GET(ask("/api/seller"), undefined)))[1].changes).toMatchObject([{ field: "joined", becomes: "kestrel" }]);
  });

  it("has a handle that is given once", async () => {
    expect(await refusal(await join(ask, { handle: "another", name: "Another" }))).toEqual([400, "invalid_input", "already_seller"]);
  });

  it.each([
    [{ handle: "kestrel", name: "Falcon" }, "handle_taken", '"kestrel" is taken.'],
    [{ handle: "kestre1", name: "Falcon" }, "handle_like", '"kestre1" looks like the seller "kestrel" (Kestrel Labs).'],
    [{ handle: "kes-trei", name: "Falcon" }, "handle_like", '"kes-trei" looks like the seller "kestrel" (Kestrel Labs).'],
    [{ handle: "kestrel-labs", name: "Falcon" }, "handle_like", '"kestrel-labs" looks like the seller "kestrel" (Kestrel Labs).'],
    [{ handle: "falcon", name: "Kеstrеl Lаbs" }, "name_like", '"Kеstrеl Lаbs" looks like the seller "Kestrel Labs" (kestrel).'],
    [{ handle: "falcon", name: "KESTREL" }, "name_like", '"KESTREL" looks like the seller "Kestrel Labs" (kestrel).'],
    [{ handle: "falcon", name: "Coinslot" }, "name_reserved", 'This name could be taken for "coinslot".'],
    [{ handle: "falcon", name: "Falcon", site: "http://falcon.example" }, "site_not_https", expect.stringContaining("https://")],
    [{ handle: "falcon", name: "Falcon", site: "javascript:alert(1)" }, "site_not_https", expect.any(String)],
    [{ handle: "falcon", name: "Falcon", payTo: elsewhere }, "payto_needs_signature", expect.any(String)],
    [{ handle: "falcon", name: "" }, "name_empty", expect.any(String)],
  ])("refuses %o", async (body, reason, message) => {
    const [status, said] = await json(await join(await newcomer(), body));
    expect([status, said.reason, said.message]).toEqual([400, reason, message]);
  });

  it("says of a handle that is not free what it looks like", async () => {
    expect(await isFree("kestre1")).toMatchObject({ free: false, reason: "handle_like" });
    expect(await isFree("0penai")).toMatchObject({ free: false, reason: "handle_reserved" });
  });

  it("gives a handle to one of many who want it at once", async () => {
    const many = await Promise.all(Array.from({ length: 6 }, newcomer));
    const looks = ["osprey", "0sprey", "o5prey", "os-prey", "osprey", "ospr3y"];
    const answers = await Promise.all(many.map((by, i) => join(by, { handle: looks[i], name: `Bird ${"abcdef"[i]}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
  });

  it("changes name and site, each in the public history, and keeps what is left out", async () => {
    expect((await json(await edit({ name: "Kestrel Weather" })))[1].seller).toMatchObject({
      name: "Kestrel Weather",
      site: "https://kestrel.example/",
    });
    expect((await json(await edit({ site: null })))[1].seller).toMatchObject({ name: "Kestrel Weather", site: null });
    const [, { changes }] = await json(await GET(ask("/api/seller"), undefined));
    expect(changes?.slice(0, 2)).toMatchObject([
      { field: "site", was: "https://kestrel.example/", becomes: null },
      { field: "name", was: "Kestrel Labs", becomes: "Kestrel Weather" },
    ]);
    expect(await refusal(await edit({ name: "Osprеy" }))).toEqual([400, "invalid_input", "name_like"]);
  });

  it("is the market's own for the wallet of its settings, without a row, and can't be changed here", async () => {
    const own = await asWallet(testAccount("seller").address);
    expect((await json(await GET(own("/api/seller"), undefined)))[1].seller).toMatchObject({ handle: "coinslot", market: true });
    expect(await refusal(await join(own, { handle: "falcon", name: "Falcon" }))).toEqual([400, "invalid_input", "already_seller"]);
    const renamed = await PATCH(own("/api/seller", { method: "PATCH", body: { name: "Falcon" } }), undefined);
    expect(await refusal(renamed)).toEqual([400, "invalid_input", "market_account"]);
  });

  it("has a history that nothing can change", async () => {
    await expect(db().update(sellerChanges).set({ becomes: "falcon" })).rejects.toThrow();
    await expect(db().delete(sellerChanges)).rejects.toThrow();
  });
});

type Text = { nonce: string; message: string };
const prepare = async (by: Asker, payTo: string) =>
  nonceRoute(by("/api/seller/payto/nonce", { method: "POST", body: { payTo } }), undefined);
const text = async (by: Asker, payTo: string) => (await (await prepare(by, payTo)).json()) as Text;
const change = (by: Asker, body: unknown) => payToRoute(by("/api/seller/payto", { method: "POST", body }), undefined);
const payToNow = async (by: Asker) => (await json(await GET(by("/api/seller"), undefined)))[1].seller?.payTo;

describe("where sales are paid to", () => {
  it.each([
    [`0x${"0".repeat(40)}`, "zero_address"],
    ["0x0000000000000000000000000000000000000004", "nobodys_address"],
    ["0x036CbD53842c5426634e7929541eC2318f3dCF7e", "token_contract"],
    ["0x036cbd53842c5426634e7929541ec2318f3dcf7e", "token_contract"],
    ["0xAb5801a7D398351b8bE11C439e05C5B3259aeC9b".replace("Ab58", "ab58"), "checksum"],
    ["0x1234", "not_an_address"],
    ["kestrel.eth", "not_an_address"],
  ])("is never %s", async (payTo, reason) => expect(await refusal(await prepare(ask, payTo))).toEqual([400, "invalid_input", reason]));

  it("changes by a signature over a plain text, for the tools on the shelf at once, for everybody to see", async () => {
    await newListing(db(), { account: wallet });
    expect((await sellersTools())[0]?.definition.payTo).toBe(wallet);
    const { nonce, message } = await text(ask, getAddress(elsewhere));
    expect(message.replace(nonce, "<nonce>").replaceAll(wallet, "<wallet>")).toMatchInlineSnapshot(`
      "market.test:3000: pay my sales to another address

      Every sale from now on is paid to the new address. Signing costs nothing and moves no money.

      Seller: kestrel
      Wallet: <wallet>
      Old address: <wallet>
      New address: 0xabababababababababababababababababababab
      Network: eip155:84532
      Nonce: <nonce>"
    `);
    const signature = await kestrel.signMessage({ message });
    expect((await json(await change(ask, { payTo: elsewhere, nonce, signature })))[1].seller).toMatchObject({ payTo: elsewhere, wallet });
    expect((await sellersTools())[0]?.definition).toMatchObject({ payTo: elsewhere, account: wallet });
    const [, { changes }] = await json(await GET(ask("/api/seller"), undefined));
    expect(changes?.[0]).toMatchObject({ field: "payTo", was: wallet, becomes: elsewhere, message, signature });
    expect(await refusal(await change(ask, { payTo: elsewhere, nonce, signature }))).toEqual([401, "signature_refused", undefined]);
    expect(await refusal(await prepare(ask, elsewhere))).toEqual([400, "invalid_input", "same_address"]);
  });

  it("stays, where the signature is another's, of another text, used, or of another address", async () => {
    const other = privateKeyToAccount(generatePrivateKey());
    const target = `0x${"cd".repeat(20)}`;
    const attempts: [string, (t: Text) => Promise<{ payTo?: string; nonce?: string; signature: Hex }>][] = [
      ["another wallet", async ({ message }) => ({ signature: await other.signMessage({ message }) })],
      [
        "another new address",
        async ({ message }) => ({ payTo: `0x${"ef".repeat(20)}`, signature: await kestrel.signMessage({ message }) }),
      ],
      ["another text", async ({ nonce }) => ({ signature: await kestrel.signMessage({ message: nonce }) })],
      ["a nonce of nobody", async ({ message }) => ({ nonce: "neverGiven12345678", signature: await kestrel.signMessage({ message }) })],
      ["no signature", async () => ({ signature: `0x${"11".repeat(65)}` })],
    ];
    for (const [what, attempt] of attempts) {
      const made = await text(ask, target);
      const sent = { payTo: target, nonce: made.nonce, ...(await attempt(made)) };
      expect([what, ...(await refusal(await change(ask, sent)))]).toEqual([what, 401, "signature_refused", undefined]);
      const again = { payTo: target, nonce: made.nonce, signature: await kestrel.signMessage({ message: made.message }) };
      if (sent.nonce === made.nonce) expect((await change(ask, again)).status).toBe(401);
    }
    expect(await payToNow(ask)).toBe(elsewhere);
  });

  it("takes one of two signed changes at once", async () => {
    const [one, two] = [`0x${"c1".repeat(20)}`, `0x${"c2".repeat(20)}`];
    const texts = [await text(ask, one), await text(ask, two)];
    const sent = await Promise.all(
      [one, two].map(async (payTo, i) => {
        const { nonce, message } = texts[i] as Text;
        return change(ask, { payTo, nonce, signature: await kestrel.signMessage({ message }) });
      }),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it("changes for a contract wallet when the chain says that it signed", async () => {
    const contract = await deployWallet(kestrel.address);
    const own = await asWallet(contract);
    expect((await join(own, { handle: "harrier", name: "Harrier" })).status).toBe(201);
    const { nonce, message } = await text(own, elsewhere);
    const stranger = privateKeyToAccount(generatePrivateKey());
    expect((await change(own, { payTo: elsewhere, nonce, signature: await stranger.signMessage({ message }) })).status).toBe(401);
    const next = await text(own, elsewhere);
    const signature = await kestrel.signMessage({ message: next.message });
    expect((await change(own, { payTo: elsewhere, nonce: next.nonce, signature })).status).toBe(200);
    expect(await payToNow(own)).toBe(elsewhere);
  });

  it("is asked for on this site only", async () => {
    const foreign = ask("/api/seller/payto/nonce", { method: "POST", body: { payTo: elsewhere }, headers: { origin: `${TEST_ORIGIN}1` } });
    expect(await refusal(await nonceRoute(foreign, undefined))).toEqual([403, "forbidden_origin", undefined]);
  });
});

async function deployWallet(owner: string): Promise<string> {
  const compiled = compileSolidity("lib/testing/contracts/SmartWallet.sol", { evmVersion: "paris" }).SmartWallet;
  if (!compiled) throw new Error("the test's wallet does not compile");
  const data = encodeDeployData({ ...compiled, args: [owner, false] });
  const { chain } = settlementChain();
  const account = privateKeyToAccount(testPrivateKey("deployer"));
  const hash = await createWalletClient({ account, chain, transport: http(market.rpcUrl) }).sendTransaction({ data, chain });
  return (await settlementChain().waitForTransactionReceipt({ hash })).contractAddress as string;
}
