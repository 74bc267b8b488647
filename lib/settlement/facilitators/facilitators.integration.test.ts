import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { PrivateKeyAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { insertClaims } from "@/db/queries/claims";
import { handOvers } from "@/db/queries/handOvers";
import { recordUnknown } from "@/db/queries/outcomes";
import { findPayment } from "@/db/queries/payments";
import { recordQueued } from "@/db/queries/submissions";
import { newPaymentId } from "@/lib/payments/id";
import type { Authorization } from "@/lib/payments/types";
import { type Behaviour, type FacilitatorDouble, facilitatorDouble, never, says, settles } from "@/lib/testing/facilitatorDouble";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, wirePayload } from "@/lib/testing/payer";
import { TERMS } from "@/lib/testing/terms";
import { engine } from "../engine";
import { reconcileOnce } from "../reconciler";
import type { Outcome, SettlementItem } from "../types";
import { handOverAgain } from "./again";
import { breaker } from "./breaker";
import type { Credential } from "./credentials";
import { facilitatorSubmitter } from "./submit";
import type { Remote } from "./types";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
  // These tests turn the wheel themselves.
  await engine().stop();
});
afterAll(() => market.stop());

const doubles: FacilitatorDouble[] = [];
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((d) => d.close()));
});

const sql = () => connection().sql;
const stateOf = async (id: string) => (await findPayment(db(), id))?.state;

type Open = { id: string; payer: PrivateKeyAccount; item: SettlementItem };

/** An answered payment that waits for its settlement. */
async function answered(overrides: Partial<Authorization> = {}): Promise<Open> {
  const payer = newPayer();
  await market.fund(payer.address);
  const { authorization, signature } = await signPayment(payer, TERMS, overrides);
  const { to, value, validAfter, validBefore, nonce } = authorization;
  const id = newPaymentId();
  const now = new Date();
  const claim = {
    ...{
      id,
      tool: "echo",
      seller: "tester",
      account: to.toLowerCase(),
      network: TERMS.network,
      asset: TERMS.asset.toLowerCase(),
      signature,
      nonce,
      validAfter,
      validBefore,
    },
    ...{ payer: payer.address.toLowerCase(), payTo: to.toLowerCase(), amount: value, identifier: null, fingerprint: id },
    ...{ x402Version: 2, client: null, receivedAt: now, verifiedAt: now },
  };
  expect(await insertClaims(sql(), [claim], 10)).toEqual(["won"]);
  const answer = { status: 200, contentType: "application/json", body: "{}" };
  await recordQueued(sql(), [{ id, work: { runningAt: now, answeredAt: now, answer, keepSeconds: 3600 } }], "test");
  return { id, payer, item: { id, authorization, signature } };
}

async function double(behaviour: Behaviour): Promise<FacilitatorDouble> {
  const made = await facilitatorDouble(behaviour);
  doubles.push(made);
  return made;
}

/** Somewhere that nobody listens. */
async function nowhere(): Promise<{ url: string }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return { url: `http://127.0.0.1:${port}` };
}

function remoteBy(servers: { url: string; credential?: Credential }[], options: Partial<Remote> = {}): Remote {
  const { settler } = engine();
  const facilitators = servers.map(({ url, credential = null }) => {
    return { url, name: new URL(url).host, credential, breaker: breaker({ failures: 3, pauseMs: 300 }) };
  });
  return {
    facilitators,
    settler,
    requirementsOf: () => TERMS,
    timeoutMs: 800,
    patienceMs: 600,
    againSeconds: 0,
    ...options,
  };
}

async function settleBy(remote: Remote, { item }: Open): Promise<Outcome | undefined> {
  return (await (await facilitatorSubmitter(remote)([item])).outcomes).get(item.id);
}

const paid = async ({ payer }: Open) => 25_000_000n - (await market.balanceOf(payer.address));

describe("one facilitator", () => {
  it("that settles is believed when the chain shows it, and is told who asks", async () => {
    const open = await answered();
    const d = await double(settles());
    const outcome = await settleBy(remoteBy([{ ...d, credential: { kind: "header", name: "X-API-Key", value: "abc" } }]), open);
    expect(outcome).toMatchObject({ state: "settled", batchSize: 1 });
    expect(await findPayment(db(), open.id)).toMatchObject({
      state: "settled",
      transaction: (outcome as { transaction: string }).transaction,
      gasUsed: expect.stringMatching(/^\d+$/),
      // The facilitator paid it.
      gasFee: null,
    });
    expect(d.asked).toHaveLength(1);
    expect(d.asked[0]?.headers["x-api-key"]).toBe("abc");
    expect(d.asked[0]?.body).toMatchObject({ x402Version: 2, paymentRequirements: TERMS, paymentPayload: { accepted: TERMS } });
    expect(await paid(open)).toBe(5_000n);
  });

  it.each<[string, Behaviour]>([
    ["a success that is none", says({ success: true, transaction: `0x${"1".repeat(64)}` })],
    ["a failure that is no proof", says({ success: false, errorReason: "unexpected_settle_error" })],
    ["a refusal that the chain does not bear out", says({ success: false, errorReason: "insufficient_funds" })],
    ["words of its own", says({ success: false, errorReason: "some_words" }, 400)],
    ["status 500", says({ success: false, errorReason: "insufficient_funds" }, 500)],
    ["status 401", says({ error: "who are you" }, 401)],
    ["no JSON", (_, r) => r.end("<html>")],
    ["a redirect", (_, r) => r.writeHead(307, { location: "http://127.0.0.1:9/" }).end()],
    ["far too much", (_, r) => r.end(`{"success":true,"x":"${"x".repeat(100_000)}"}`)],
    ["nothing", never],
  ])("that answers %s leaves the payment unknown: neither served nor called failed", async (_, behaviour) => {
    const open = await answered();
    expect(await settleBy(remoteBy([await double(behaviour)]), open)).toEqual({ state: "unknown" });
    expect(await stateOf(open.id)).toBe("submitted");
    expect(await paid(open)).toBe(0n);
  });

  it.each<[string, unknown]>([
    ["refuses", { success: false, errorReason: "insufficient_funds" }],
    ["calls it broken", { success: false, errorReason: "unexpected_settle_error" }],
  ])("that settles and %s is not believed: the money moved", async (_, lie) => {
    const open = await answered();
    expect(await settleBy(remoteBy([await double(settles(lie))]), open)).toMatchObject({ state: "settled" });
    expect(await stateOf(open.id)).toBe("settled");
  });

  it("that settles and never says so is found out", async () => {
    const open = await answered();
    const late: Behaviour = async (asked, response) => {
      await settles()(asked, { end: () => undefined } as never);
      never(asked, response);
    };
    expect(await settleBy(remoteBy([await double(late)]), open)).toMatchObject({ state: "settled" });
  });

  it("whose refusal the chain bears out ends it", async () => {
    const open = await answered();
    await spendAll(open);
    const refusing = await double(says({ success: false, errorReason: "insufficient_funds" }));
    expect(await settleBy(remoteBy([refusing]), open)).toEqual({ state: "failed", reason: "insufficient_funds" });
    expect(await stateOf(open.id)).toBe("failed");
  });
});

/** The payer's purse is emptied before the payment comes to the chain. */
async function spendAll({ payer }: Open): Promise<void> {
  const signed = await signPayment(payer, { ...TERMS, amount: "25000000" });
  const body = JSON.stringify({ paymentPayload: { x402Version: 2, payload: wirePayload(signed) } });
  await fetch(`${(await double(settles())).url}/settle`, { method: "POST", body });
  expect(await market.balanceOf(payer.address)).toBe(0n);
}

/** How often a facilitator was asked to settle this payment. */
function times({ asked }: FacilitatorDouble, { item }: Open): number {
  return asked.filter(({ body }) => JSON.stringify(body).includes(item.authorization.nonce)).length;
}

describe("several facilitators", () => {
  it.each<[string, () => Promise<{ url: string }>]>([
    ["is slow", () => double(never)],
    ["breaks", () => double(says({}, 500))],
    ["is not there", nowhere],
    ["lies that it settled", () => double(says({ success: true, transaction: `0x${"1".repeat(64)}` }))],
    ["refuses without reason", () => double(says({ success: false, errorReason: "insufficient_funds" }))],
  ])("the next one settles when the first %s", async (_, first) => {
    const open = await answered();
    const [bad, good] = [await first(), await double(settles())];
    const remote = remoteBy([bad, good]);
    expect(await settleBy(remote, open)).toMatchObject({ state: "settled" });
    expect(await handOvers(sql(), open.id)).toMatchObject({ times: 2, last: new URL(good.url).host });
    expect(await paid(open)).toBe(5_000n);
  });

  it("that both bring it to the chain move the money once, whatever the second says", async () => {
    const open = await answered();
    const slow: Behaviour = async (asked) => settles()(asked, { end: () => undefined } as never);
    const [first, second] = [await double(never), await double(settles())];
    first.behave((asked, response) => void setTimeout(() => void Promise.resolve(slow(asked, response)).catch(() => undefined), 900));
    expect(await settleBy(remoteBy([first, second]), open)).toMatchObject({ state: "settled" });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await paid(open)).toBe(5_000n);
  });

  it("that are not asked once the first has settled, though it said that it had not", async () => {
    const open = await answered();
    const second = await double(says({ success: true, transaction: `0x${"2".repeat(64)}` }));
    const remote = remoteBy([await double(settles({ success: false, errorReason: "invalid_payload" })), second]);
    const outcome = await settleBy(remote, open);
    expect(outcome).toMatchObject({ state: "settled" });
    expect((outcome as { transaction: string }).transaction).not.toBe(`0x${"2".repeat(64)}`);
    expect(second.asked).toHaveLength(0);
  });
});

describe("the breaker of a facilitator", () => {
  it("opens after failures in a row, spares it, and closes when a probe went well", async () => {
    const [bad, good] = [await double(says({}, 503)), await double(settles())];
    const remote = remoteBy([bad, good]);
    for (let n = 0; n < 3; n += 1) await settleBy(remote, await answered());
    expect(bad.asked).toHaveLength(3);
    expect(await settleBy(remote, await answered())).toMatchObject({ state: "settled" });
    expect(bad.asked).toHaveLength(3);
    bad.behave(settles());
    await new Promise((resolve) => setTimeout(resolve, 350));
    await settleBy(remote, await answered());
    await settleBy(remote, await answered());
    expect([bad.asked.length, good.asked.length]).toEqual([5, 4]);
  });

  it("of the only one, when open, lets nothing leave: the payment is given back", async () => {
    const bad = await double(says({}, 503));
    const remote = remoteBy([bad], { patienceMs: 0 });
    for (let n = 0; n < 3; n += 1) await settleBy(remote, await answered());
    const open = await answered();
    expect(await settleBy(remote, open)).toMatchObject({ state: "unsent" });
    expect(await stateOf(open.id)).toBe("queued");
    expect(bad.asked).toHaveLength(3);
  });

  it("is not opened by refusals that a payer can bring about", async () => {
    const d = await double(says({ success: false, errorReason: "invalid_exact_evm_payload_signature" }));
    const remote = remoteBy([d], { patienceMs: 0 });
    for (let n = 0; n < 4; n += 1) await settleBy(remote, await answered());
    expect(d.asked).toHaveLength(4);
  });
});

describe("a payment that nobody settled", () => {
  const FOR_EVER = { validBefore: 2n ** 256n - 1n };
  const turn = async (remote: Remote, { id }: Open) => {
    // What other tests left open is not this one's business.
    await sql()`update open_payments set held_until = now() + (case when payment_id = ${id} then -1 else 3600 end) * interval '1 second'`;
    await reconcileOnce({ ...engine().settler, queue: engine().queue, again: handOverAgain(remote) });
  };
  const later = (id: string) => expect.poll(() => stateOf(id), { timeout: 5_000 });

  it("is handed to the next one after a while, though its authorization never ends", async () => {
    const open = await answered(FOR_EVER);
    const [silent, good] = [await double(never), await double(never)];
    const remote = remoteBy([silent, good], { timeoutMs: 200, patienceMs: 0 });
    expect(await settleBy(remote, open)).toEqual({ state: "unknown" });
    await recordUnknown(sql(), open.id);
    silent.behave(settles());
    await turn(remote, open);
    await later(open.id).toBe("settled");
    expect((await handOvers(sql(), open.id)).times).toBe(3);
    expect(await paid(open)).toBe(5_000n);
  });

  it("waits its time before each further round", async () => {
    const open = await answered(FOR_EVER);
    const d = await double(says({}, 500));
    const remote = remoteBy([d], { patienceMs: 0, againSeconds: 1 });
    await settleBy(remote, open);
    await turn(remote, open);
    expect(times(d, open)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await turn(remote, open);
    await expect.poll(() => times(d, open)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await turn(remote, open);
    expect(times(d, open)).toBe(2);
  });

  it("is never called failed by a later refusal: an earlier one may still hold it", async () => {
    const open = await answered(FOR_EVER);
    const d = await double(never);
    const remote = remoteBy([d], { timeoutMs: 200, patienceMs: 0 });
    await settleBy(remote, open);
    await spendAll(open);
    d.behave(says({ success: false, errorReason: "insufficient_funds" }));
    await turn(remote, open);
    await expect.poll(() => times(d, open)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await stateOf(open.id)).toBe("submitted");
  });
});
