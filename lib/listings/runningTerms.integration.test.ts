import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { askGateway, gatewayTerms, payFor } from "@/lib/testing/gatewayRequests";
import { type InsertedListing, insertListing } from "@/lib/testing/listing";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { startUpstream, type TestUpstream } from "@/lib/testing/upstream";
import { changeListing } from "./changeListing";

let market: TestMarket;
let upstream: TestUpstream;
let listing: InsertedListing;
beforeAll(async () => {
  [market, upstream] = await Promise.all([startTestMarket({ ALLOW_LOCAL_FETCH: "1" }), startUpstream()]);
  const input = { type: "object", properties: { what: { type: "string" } }, required: ["what"] };
  const shape = { path: "/weather/{what}", parts: [{ key: "what", place: "path" as const, name: "what" }], input };
  listing = await insertListing(db(), { upstream: upstream.origin, operations: [{ name: "weather", price: "0.002", shape }] });
});
afterAll(() => Promise.all([market.stop(), upstream.close()]));

it("terms that were named before a price changed, or another operation did, are paid and kept to", async () => {
  const place = `${listing.handle}/${listing.name}/weather/Oslo`;
  const payer = newPayer();
  await market.fund(payer.address);
  const before = await market.balanceOf(payer.address);
  const headers = await payFor(payer, place);
  const [id = ""] = listing.operationIds;
  await changeListing(listing.wallet, listing.id, { operations: [{ id, price: "0.5" }], title: "Dearer" });
  expect((await gatewayTerms(place)).amount).toBe("500000");
  const paid = await askGateway(place, { headers });
  expect(paid.status).toBe(200);
  expect(before - (await market.balanceOf(payer.address))).toBe(2_000n);
  // What is turned off before it is paid for is not charged.
  const late = await payFor(payer, place);
  await changeListing(listing.wallet, listing.id, { operations: [{ id, enabled: false }] });
  const refused = await askGateway(place, { headers: late });
  expect([refused.status, (await refused.json()).charged]).toEqual([expect.any(Number), false]);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(before - (await market.balanceOf(payer.address))).toBe(2_000n);
});
