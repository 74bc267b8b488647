import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findProof } from "@/db/queries/hostProofs";
import { hostProofs, listings, operations } from "@/db/schema/listings";
import { sellers } from "@/db/schema/sellers";
import { sellersTools } from "@/lib/gateway/shelf";
import { beginProof } from "@/lib/sellers/proofs/beginProof";
import { checkProof } from "@/lib/sellers/proofs/checkProof";
import { hostOf } from "@/lib/sellers/proofs/hostOf";
import { isProven, proofOf } from "@/lib/sellers/proofs/proofOf";
import { proofLine } from "@/lib/sellers/proofs/proofText";
import { recheckProofs, USUAL_TIMES } from "@/lib/sellers/proofs/recheck";
import { asWallet } from "@/lib/testing/asWallet";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { newListing } from "@/lib/testing/newListing";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import { POST as checkRoute } from "./check/route";
import { DELETE, GET, POST } from "./route";

const kestrel = `0x${"a1".repeat(20)}`;
const falcon = `0x${"b2".repeat(20)}`;

let ledger: TestLedger;
let site: Site;
let host: string;
let file: string | null = null;
let broken = false;
beforeAll(async () => {
  site = await startSite((_, answer) => {
    answer.setHeader("content-type", "text/plain");
    answer.writeHead(broken ? 503 : file === null ? 404 : 200).end(file ?? "");
  });
  host = hostOf(site.origin);
  process.env.SAMPLE_SITE_URL = site.origin;
  ledger = await startTestLedger();
  for (const [wallet, handle] of [
    [kestrel, "kestrel"],
    [falcon, "falcon"],
  ] as const) {
    await ledger.db.insert(sellers).values({ wallet, handle, skeleton: handle, name: handle, payTo: wallet });
  }
});
afterAll(async () => {
  await ledger.stop();
  await site.close();
});
beforeEach(async () => {
  for (const table of [hostProofs, listings, operations]) await ledger.db.delete(table);
  [file, broken] = [null, false];
});

const parts = () => ({
  web: testWeb([site]),
  txt: () => Promise.reject(Object.assign(new Error("none"), { code: "ENODATA" })),
  originOf: (name: string) => `http://${name}`,
});
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const recheckAt = (minutes: number, times = {}) => recheckProofs(parts(), { ...USUAL_TIMES, ...times }, at(minutes));
const place = async (account: string) => {
  file = proofLine(account, (await beginProof(account, host)).token);
};
const prove = async (account: string) => {
  await place(account);
  return checkProof(parts(), account, host);
};
const stateOf = async (id: string) => {
  const rows = await ledger.db.select().from(listings);
  const row = rows.find((one) => one.id === id);
  return [row?.state, row?.stateReason];
};
/** A proven host with a listing that is on the shelves. */
async function onShelf(account = kestrel): Promise<string> {
  await prove(account);
  return newListing(ledger.db, { account, upstream: `${site.origin}/v1` });
}

describe("the routes of a proof", () => {
  const send = async (account: string, route: typeof POST, method: string, body: unknown) => {
    const response = await route((await asWallet(account))("/api/seller/proofs", { method, body }), undefined);
    return [response.status, await response.json()] as const;
  };

  it("say what to place, look for it, and say what they found instead", async () => {
    const [status, { proof }] = await send(kestrel, POST, "POST", { host: `http://${host.toUpperCase()}/v1` });
    expect(status).toBe(201);
    expect(proof).toMatchObject({ host, proven: false, dns: null, file: { url: `${site.origin}/.well-known/coinslot.txt` } });
    expect(proof.line).toMatch(new RegExp(`^coinslot=${kestrel} [\\w-]{24}$`));
    expect((await send(kestrel, POST, "POST", { host }))[1].proof.line).toBe(proof.line);

    expect((await send(kestrel, checkRoute, "POST", { host }))[1]).toMatchObject({ found: false, finding: { file: { status: 404 } } });
    file = proof.line.replace(kestrel, falcon);
    expect((await send(kestrel, checkRoute, "POST", { host }))[1]).toMatchObject({
      found: false,
      finding: { file: { words: "names another wallet, 0xb2b2…b2b2", firstLine: file } },
    });
    file = proof.line;
    expect((await send(kestrel, checkRoute, "POST", { host }))[1]).toMatchObject({ found: true, proof: { proven: true, method: "file" } });
    expect(await isProven(kestrel, host)).toBe(true);
  });

  it("give each wallet a token of its own, and show nobody else's", async () => {
    const mine = (await send(kestrel, POST, "POST", { host }))[1].proof;
    const theirs = (await send(falcon, POST, "POST", { host }))[1].proof;
    expect(mine.line.split(" ")[1]).not.toBe(theirs.line.split(" ")[1]);
    file = mine.line;
    expect((await send(falcon, checkRoute, "POST", { host }))[1].found).toBe(false);
    const list = await GET((await asWallet(falcon))("/api/seller/proofs"), undefined);
    expect(await list.text()).not.toContain(mine.line.split(" ")[1]);
    await send(falcon, DELETE, "DELETE", { host });
    expect([await proofOf(falcon, host), (await proofOf(kestrel, host))?.host]).toEqual([null, host]);
  });

  it("refuse what is no host, what was never begun, and to forget a host that is sold from", async () => {
    expect((await send(kestrel, POST, "POST", { host: "ftp://x" }))[1]).toMatchObject({ reason: "bad_host", fields: [{ field: "host" }] });
    expect((await send(kestrel, checkRoute, "POST", { host }))[1]).toMatchObject({ error: "not_found", reason: "no_proof" });
    expect((await send(`0x${"c3".repeat(20)}`, POST, "POST", { host }))[1]).toMatchObject({ error: "not_found", reason: "no_seller" });
    await onShelf();
    expect((await send(kestrel, DELETE, "DELETE", { host }))[1]).toMatchObject({ reason: "host_in_use" });
  });
});

describe("a proof by another wallet", () => {
  it("replaces the first, whose listings go off with the reason", async () => {
    const id = await onShelf();
    const elsewhere = await newListing(ledger.db, { account: kestrel, upstream: "https://other.example/v1" });
    expect(await sellersTools()).toHaveLength(2);
    await prove(falcon);
    expect([await isProven(kestrel, host), await isProven(falcon, host)]).toEqual([false, true]);
    expect(await stateOf(id)).toEqual(["off", `Another wallet has proven that ${host} is its own.`]);
    expect(await stateOf(elsewhere)).toEqual(["public", null]);
    expect(await sellersTools()).toHaveLength(1);
  });
});

describe("looking again", () => {
  it("leaves a proof alone until its time, and once more when two processes look at once", async () => {
    await onShelf();
    expect(await recheckAt(359)).toBe(0);
    expect((await Promise.all([recheckAt(361), recheckAt(361), recheckAt(361)])).sort()).toEqual([0, 0, 1]);
    expect(site.asked.length).toBeGreaterThan(1);
    expect((await findProof(ledger.db, { account: kestrel, host }))?.heldUntil).toBeNull();
  });

  it("takes listings off when the proof was gone twice, a quarter of an hour apart, and not before", async () => {
    const id = await onShelf();
    file = null;
    expect(await recheckAt(400)).toBe(1);
    expect([await isProven(kestrel, host), (await stateOf(id))[0]]).toEqual([true, "public"]);
    expect(await recheckAt(410)).toBe(0);
    expect(await recheckAt(416)).toBe(1);
    expect(await isProven(kestrel, host)).toBe(false);
    const [state, reason] = await stateOf(id);
    expect([state, reason]).toEqual(["off", expect.stringContaining("answers 404: there is no such file")]);
    expect(await sellersTools()).toEqual([]);
    expect(await recheckAt(10_000)).toBe(0);
    await prove(kestrel);
    expect([await isProven(kestrel, host), (await stateOf(id))[0]]).toEqual([true, "off"]);
    expect(await proofOf(kestrel, host)).toMatchObject({ failingSince: null, lostSince: null, failure: null });
  });

  it("forgives what comes back in between", async () => {
    const id = await onShelf();
    const line = file;
    file = null;
    await recheckAt(400);
    file = line;
    await recheckAt(416);
    file = null;
    await recheckAt(800);
    expect([await isProven(kestrel, host), (await stateOf(id))[0]]).toEqual([true, "public"]);
  });

  it("waits two days for a host that is out of order", async () => {
    const id = await onShelf();
    broken = true;
    for (const minutes of [400, 420, 1_000, 3_200]) await recheckAt(minutes);
    expect([await isProven(kestrel, host), (await stateOf(id))[0]]).toEqual([true, "public"]);
    expect((await proofOf(kestrel, host))?.failure).toContain("answers 503 instead of 200");
    await recheckAt(400 + 2_881);
    expect([await isProven(kestrel, host), (await stateOf(id))[0]]).toEqual([false, "off"]);
  });

  it("takes up what a process left behind", async () => {
    await onShelf();
    await ledger.db.update(hostProofs).set({ heldUntil: at(402) });
    expect(await recheckAt(401)).toBe(0);
    expect(await recheckAt(403)).toBe(1);
  });

  it("never touches the listings of another wallet on the same host", async () => {
    const theirs = await newListing(ledger.db, { account: falcon, upstream: `${site.origin}/v2` });
    await onShelf();
    file = null;
    await recheckAt(400);
    await recheckAt(420);
    expect((await stateOf(theirs))[0]).toBe("public");
  });
});
