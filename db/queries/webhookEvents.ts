import "server-only";
import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import type { WebhookEvent } from "../schema/webhooks";

export type NewEvent = {
  /** The seller's wallet, lower case. */
  account: string;
  type: WebhookEvent;
  /** What the receiver reads under `data`; amounts as decimal text of atomic units. */
  data: Record<string, unknown>;
  /** The payment or listing that it is about. */
  subject?: string;
  /** Names what happened, such as `dispute dsp_… opened`: noted again, it is not sent again. */
  once?: string;
};

/**
 * Tells a seller's webhooks of something that no trigger of the ledger sees; payments and refunds tell of themselves. Within a
 * transaction it is told if that commits, and otherwise never happened. Keeps nothing where nobody wants it.
 */
export async function emitEvent(sql: postgres.Sql | postgres.TransactionSql, event: NewEvent): Promise<void> {
  const { account, type, data, subject = null, once = randomBytes(12).toString("hex") } = event;
  await sql`
    select note_webhooks(array[(webhook_event_id(${once}, ${type}), ${account}, ${type}, ${subject}::text, ${JSON.stringify(data)}::text::jsonb)::webhook_note])`;
}
