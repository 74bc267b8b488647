import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { listings, operations } from "@/db/schema/listings";
import { USUAL_POLICY } from "@/lib/gateway/types";
import type { ToolCode } from "@/lib/tools/define";

type NewListing = Partial<typeof listings.$inferInsert> & { account: string };

let count = 0;

/** A listing of this wallet with one operation that can be called, on the shelves unless something else is said. */
export async function newListing(db: Db, over: NewListing): Promise<string> {
  count += 1;
  const id = over.id ?? `lst_${randomBytes(6).toString("hex")}`;
  const base = { id, kind: "api" as const, name: `weather${count}`, title: "Weather", category: "F" as const, state: "public" as const };
  await db
    .insert(listings)
    .values({ ...base, upstream: "https://api.example.com/v1", policy: USUAL_POLICY, publishedAt: new Date(), ...over });
  await db.insert(operations).values({
    id: `op_${id}`,
    listingId: id,
    key: "GET /forecast",
    name: "forecast",
    code: `F${9_000 + count}` as ToolCode,
    question: "What will the weather be?",
    tags: [],
    price: "0.01",
    shape: { method: "GET", path: "/forecast", parts: [], bodyType: null, input: { type: "object" }, output: null, answerTypes: [] },
    example: {},
    since: 1,
    changed: 1,
  });
  return id;
}
