import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listingsForOperator, operatorLog } from "@/db/queries/operators";
import { listings } from "@/db/schema/listings";
import { operatorActions } from "@/db/schema/operators";
import { sellers } from "@/db/schema/sellers";
import { testAccount } from "@/lib/devnet/accounts";
import { sellersTools } from "@/lib/gateway/shelf";
import { asWallet } from "@/lib/testing/asWallet";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { newListing } from "@/lib/testing/newListing";
import { POST as remove } from "./listings/[id]/remove/route";
import { POST as restore } from "./listings/[id]/restore/route";

const operator = testAccount("operator").address;
const kestrel = `0x${"a1".repeat(20)}`;
const REASON = "It answers with other people's data.";

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
  await ledger.db.insert(sellers).values({ wallet: kestrel, handle: "kestrel", skeleton: "k", name: "Kestrel Labs", payTo: kestrel });
});
afterAll(() => ledger.stop());

async function send(route: typeof remove, id: string, { by = operator as string | null, reason = REASON as unknown } = {}) {
  const request = (await asWallet(by))(`/api/operator/listings/${id}/remove`, { method: "POST", body: { reason } });
  const response = await route(request, { params: Promise.resolve({ id }) });
  const { error, reason: why, state } = (await response.json()) as Record<string, string>;
  return [response.status, error ?? state, error ? why : null];
}
const stateOf = async (id: string) => (await ledger.db.select().from(listings)).find((row) => row.id === id);

describe("an operator", () => {
  it("takes a listing down with a reason for everybody, and it is off the shelf at once", async () => {
    const id = await newListing(ledger.db, { account: kestrel });
    expect(await sellersTools()).toHaveLength(1);
    expect(await send(remove, id)).toEqual([200, "removed", null]);
    expect(await stateOf(id)).toMatchObject({ state: "removed", stateReason: REASON });
    expect(await sellersTools()).toEqual([]);
    expect(await operatorLog(ledger.db, 1)).toMatchObject([
      { operator: operator.toLowerCase(), listingId: id, action: "remove", reason: REASON, handle: "kestrel" },
    ]);
    expect(await send(remove, id)).toEqual([400, "invalid_input", "nothing_to_do"]);
  });

  it("allows it again, and leaves it to its seller to publish", async () => {
    const id = await newListing(ledger.db, { account: kestrel, state: "removed", stateReason: REASON });
    expect(await send(restore, id, { reason: "The fault was mended." })).toEqual([200, "off", null]);
    expect(await stateOf(id)).toMatchObject({ state: "off", stateReason: "An operator allowed it again: The fault was mended." });
    expect(await send(restore, id)).toEqual([400, "invalid_input", "nothing_to_do"]);
  });

  it.each(["", "short", " \u200b ".repeat(20)])("gives a reason that can be read, not %j", async (reason) => {
    const id = await newListing(ledger.db, { account: kestrel });
    expect(await send(remove, id, { reason })).toEqual([400, "invalid_input", "reason_needed"]);
    expect((await stateOf(id))?.state).toBe("public");
  });

  it("sees no drafts, and takes none down", async () => {
    const id = await newListing(ledger.db, { account: kestrel, state: "draft" });
    expect(await send(remove, id)).toEqual([404, "not_found", undefined]);
    expect(await send(remove, "lst_nothing")).toEqual([404, "not_found", undefined]);
  });

  it("finds listings by what stands in them, and takes signs for signs", async () => {
    const id = await newListing(ledger.db, { account: kestrel, title: "100% of tides_now", upstream: "https://tides.example" });
    const found = async (text: string) => (await listingsForOperator(ledger.db, ["public"], text, 50)).map((row) => row.id);
    for (const text of ["tides.example", "100% OF", "tides_now", id, "Kestrel Labs"]) expect(await found(text)).toContain(id);
    expect(await found("tidesxnow")).toEqual([]);
    expect(await found("%")).toEqual([id]);
    expect(await found("' or 1=1 --")).toEqual([]);
  });

  it("leaves a log that nothing can change", async () => {
    await expect(ledger.db.delete(operatorActions)).rejects.toThrow();
    await expect(ledger.db.update(operatorActions).set({ reason: "another" })).rejects.toThrow();
  });
});

describe("everybody else", () => {
  it("finds nothing there, as the listing's own seller or as nobody", async () => {
    const id = await newListing(ledger.db, { account: kestrel });
    for (const route of [remove, restore]) {
      expect(await send(route, id, { by: kestrel })).toEqual([404, "not_found", undefined]);
      expect(await send(route, id, { by: null })).toEqual([401, "unauthorized", undefined]);
    }
    expect((await stateOf(id))?.state).toBe("public");
  });
});
