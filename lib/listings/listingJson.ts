import "server-only";
import type { ListingRow, ListingSummary, OperationRow, TermsRow, VersionRow } from "@/db/queries/listings";

/** A listing as its seller sees it. Secrets are told as being there or not. */
function listingJson(row: ListingRow) {
  const { id, kind, name, title, description, category, upstream, state, stateReason, policy, version } = row;
  return {
    id,
    kind,
    name,
    title,
    description,
    category,
    upstream,
    state,
    stateReason,
    policy,
    hasSecret: row.secret !== null,
    hasSigningKey: row.signingKey !== null,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

export function summaryJson({ listing, terms, operations, enabled, leastPrice, mostPrice }: ListingSummary) {
  return { ...listingJson(listing), operations, enabled, leastPrice, mostPrice, terms: terms && termsJson(terms) };
}

export type SummaryJson = ReturnType<typeof summaryJson>;

function termsJson({ method, code, terms, lookedAt, failure }: TermsRow) {
  return { method, code, offer: terms, lookedAt: lookedAt.toISOString(), failure };
}

function operationJson({ id, key, name, code, question, description, tags, price, enabled, shape, example, since, changed }: OperationRow) {
  const { method, path } = shape;
  return { id, key, name, code, question, description, tags, price, enabled, method, path, example, since, changed };
}

export type OperationJson = ReturnType<typeof operationJson>;

type Whole = { listing: ListingRow; operations: OperationRow[]; versions: VersionRow[]; terms: TermsRow | null };

export function wholeJson({ listing, operations, versions, terms }: Whole) {
  return {
    ...listingJson(listing),
    operations: operations.map(operationJson),
    versions: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
    terms: terms && termsJson(terms),
  };
}

export type WholeJson = ReturnType<typeof wholeJson>;
