import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { listings, operations } from "@/db/schema/listings";
import { sellers } from "@/db/schema/sellers";
import { type ListingPolicy, type OperationShape, USUAL_POLICY } from "@/lib/gateway/types";
import { seal } from "@/lib/secrets/seal";

type NewListing = typeof listings.$inferInsert;
type NewOperation = typeof operations.$inferInsert;

export type ListingDraft = {
  /** Base address of the API. */
  upstream: string;
  seller?: { wallet?: string; handle?: string; payTo?: string };
  listing?: Partial<Omit<NewListing, "policy">>;
  policy?: Partial<ListingPolicy>;
  /** As it is; sealed before it is written. */
  secret?: string;
  signingKey?: string;
  operations: (Partial<Omit<NewOperation, "shape">> & { name: string; shape?: Partial<OperationShape> })[];
};

export type InsertedListing = { id: string; wallet: string; handle: string; name: string; operationIds: string[] };

let count = 0;

/** Writes a seller, a public listing and its operations into the ledger, as publishing would; each call makes others. */
export async function insertListing(db: Db, draft: ListingDraft): Promise<InsertedListing> {
  count += 1;
  const id = draft.listing?.id ?? `lst_${randomBytes(6).toString("hex")}`;
  const wallet = (draft.seller?.wallet ?? `0x${randomBytes(20).toString("hex")}`).toLowerCase();
  const handle = draft.seller?.handle ?? `seller${count}-${randomBytes(3).toString("hex")}`;
  const name = draft.listing?.name ?? `api${count}`;
  await db
    .insert(sellers)
    .values({ wallet, handle, skeleton: handle, name: `Seller ${count}`, payTo: draft.seller?.payTo ?? wallet })
    .onConflictDoNothing();
  await db.insert(listings).values({
    id,
    account: wallet,
    kind: "api",
    name,
    title: `API ${count}`,
    category: "F",
    upstream: draft.upstream,
    state: "public",
    publishedAt: new Date(),
    secret: draft.secret === undefined ? null : seal(draft.secret, `upstream ${id}`),
    signingKey: draft.signingKey === undefined ? null : seal(draft.signingKey, `signing ${id}`),
    ...draft.listing,
    policy: { ...USUAL_POLICY, ...draft.policy },
  });
  const rows = draft.operations.map((operation, index) => operationRow(id, operation, count * 100 + index));
  await db.insert(operations).values(rows);
  return { id, wallet, handle, name, operationIds: rows.map((row) => row.id) };
}

function operationRow(listingId: string, { shape, ...over }: ListingDraft["operations"][number], number: number): NewOperation {
  const whole: OperationShape = {
    method: "GET",
    path: `/${over.name}`,
    parts: [],
    bodyType: null,
    input: { type: "object", properties: {} },
    output: null,
    answerTypes: ["application/json"],
    ...shape,
  };
  return {
    id: `op_${randomBytes(6).toString("hex")}`,
    listingId,
    key: `${whole.method} ${whole.path}`,
    code: `F${number}`,
    question: `What does ${over.name} say?`,
    tags: [],
    price: "0.001",
    example: {},
    since: 1,
    changed: 1,
    ...over,
    shape: whole,
  };
}
