import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgSequence, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ListingPolicy, OperationShape } from "@/lib/gateway/types";
import type { Category, ToolCode } from "@/lib/tools/define";
import { at, bytea } from "./columns";

/**
 * `draft`: seen by its seller alone. `public`: on the shelves. `off`: taken off by its seller, or by the market because
 * its proof was lost. `removed`: taken down by an operator.
 */
export const LISTING_STATES = ["draft", "public", "off", "removed"] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** `api`: called through the gateway. `x402`: an endpoint that takes its payments itself, listed as it is. */
export type ListingKind = "api" | "x402";

/** What a seller sells under one name: an API with its operations, or one endpoint. */
export const listings = pgTable(
  "listings",
  {
    id: text("id").primaryKey(),
    /** The seller's wallet, lower case. */
    account: text("account").notNull(),
    kind: text("kind").$type<ListingKind>().notNull(),
    /** In addresses: lower case, unique with its seller. Given once. */
    name: text("name").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    category: text("category").$type<Category>().notNull(),
    /** Where it really is: the base address of the API, or the whole address of an x402 endpoint. */
    upstream: text("upstream").notNull(),
    state: text("state").$type<ListingState>().notNull().default("draft"),
    /** Why it is off or removed, in words for everybody. */
    stateReason: text("state_reason"),
    policy: jsonb("policy").$type<ListingPolicy>().notNull(),
    /** The upstream's secret, sealed; see lib/secrets. */
    secret: bytea("secret"),
    /** What the upstream verifies our signature with, sealed. */
    signingKey: bytea("signing_key"),
    /** The version of its description that is in force. */
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    publishedAt: at("published_at"),
  },
  (t) => [
    uniqueIndex("listings_by_name").on(t.account, t.name),
    index("listings_public").on(t.publishedAt).where(sql`state = 'public'`),
    check("listings_state", sql`state in ('draft', 'public', 'off', 'removed')`),
  ],
);

/** The descriptions that a listing was made of, one after the other. */
export const listingVersions = pgTable(
  "listing_versions",
  {
    listingId: text("listing_id").notNull(),
    version: integer("version").notNull(),
    /** Where it came from: an address, a file's name, or `by hand`. */
    source: text("source").notNull(),
    /** The document as it was given; null where it was made by hand. */
    document: text("document"),
    /** sha256 of the document. */
    hash: text("hash"),
    /** What changed, in a line for people. */
    summary: text("summary").notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.version] })],
);

/** One thing that can be called and paid for. */
export const operations = pgTable(
  "operations",
  {
    id: text("id").primaryKey(),
    listingId: text("listing_id").notNull(),
    /** Method and path as the description has them: what stays the same from version to version. */
    key: text("key").notNull(),
    /** In addresses: lower case, unique within the listing. Given once. */
    name: text("name").notNull(),
    /** Given when it is first published, never again to anything else. */
    code: text("code").$type<ToolCode>().unique(),
    question: text("question").notNull(),
    description: text("description").notNull().default(""),
    /** The description's own tags, by which prices can be set. */
    tags: text("tags").array().notNull(),
    /** USDC a call, decimal text. */
    price: text("price").notNull(),
    /** Chosen by the seller, and still in the description. */
    enabled: boolean("enabled").notNull().default(true),
    shape: jsonb("shape").$type<OperationShape>().notNull(),
    /** An input that has an answer. */
    example: jsonb("example").$type<Record<string, unknown>>().notNull(),
    /** The versions that it came with, and was last changed by. */
    since: integer("since").notNull(),
    changed: integer("changed").notNull(),
  },
  (t) => [uniqueIndex("operations_by_key").on(t.listingId, t.key), uniqueIndex("operations_by_name").on(t.listingId, t.name)],
);

/** A description that was read and may be listed from; forgotten after a day. */
export const specUploads = pgTable(
  "spec_uploads",
  {
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    source: text("source").notNull(),
    document: text("document").notNull(),
    hash: text("hash").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("spec_uploads_by_account").on(t.account, t.at)],
);

/** What an endpoint that takes its payments itself asked for at the last look. */
export const x402Terms = pgTable("x402_terms", {
  listingId: text("listing_id").primaryKey(),
  method: text("method").$type<"GET" | "POST">().notNull(),
  code: text("code").$type<ToolCode>().unique(),
  /** The way to pay that is listed; null where the first look found none. */
  terms: jsonb("terms").$type<X402Offer>(),
  lookedAt: at("looked_at").notNull(),
  /** Why the last look found no terms, in words; null where it did. */
  failure: text("failure"),
});

/** One way to pay, as the endpoint named it. Amounts are atomic units of its asset. */
export type X402Offer = {
  x402Version: 1 | 2;
  scheme: string;
  network: string;
  amount: string;
  asset: string;
  assetName: string | null;
  payTo: string;
  description: string | null;
};

/** The next code of each shelf. The market's own tools have those below 100. */
const codesOf = (category: Category) => pgSequence(`tool_codes_${category.toLowerCase()}`, { startWith: 100, minValue: 100 });
export const toolCodesA = codesOf("A");
export const toolCodesB = codesOf("B");
export const toolCodesC = codesOf("C");
export const toolCodesD = codesOf("D");
export const toolCodesE = codesOf("E");
export const toolCodesF = codesOf("F");

/** That a host is a wallet's: by a file on it, or by a TXT record of its name. Asked again from time to time. */
export const hostProofs = pgTable(
  "host_proofs",
  {
    account: text("account").notNull(),
    /** Lower case, with its port where that is not the usual one. */
    host: text("host").notNull(),
    /** What the proof has to hold beside the wallet. */
    token: text("token").notNull(),
    method: text("method").$type<"file" | "dns">(),
    provedAt: at("proved_at"),
    checkedAt: at("checked_at"),
    /** Since when every look has failed, and what the last one found. */
    failingSince: at("failing_since"),
    failure: text("failure"),
    /** Since when it is known to be gone, not only out of reach. */
    lostSince: at("lost_since"),
    /** Somebody looks until then. */
    heldUntil: at("held_until"),
  },
  (t) => [primaryKey({ columns: [t.account, t.host] }), index("host_proofs_by_check").on(t.checkedAt)],
);
