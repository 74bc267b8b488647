import { expect, it } from "vitest";
import { soak } from "@/lib/testing/soak/soak";

it("everything breaks for a while, under load: at the end ledger, chain and answers agree", { timeout: 280_000 }, async () => {
  const books = await soak({ seed: 402, seconds: 15, buyers: 12 });
  expect(books).toMatchObject({ chargedTwice: 0, answeredUnpaid: 0, paidUnanswered: 0, lost: 0, ledgerDiffers: 0 });
  expect(books.settled).toBeGreaterThan(0);
});
