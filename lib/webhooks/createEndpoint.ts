import "server-only";
import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { type Endpoint, insertEndpoint } from "@/db/queries/webhookEndpoints";
import type { WebhookEvent } from "@/db/schema/webhooks";
import { CoinslotError } from "../errors";
import { checkedUrl } from "./checkedUrl";
import { newSecret } from "./secret";

export const MOST_ENDPOINTS = 5;

type Wanted = { url: string; description: string; events: WebhookEvent[] };

/** A new endpoint of this account and its secret, which is never told again. */
export async function createEndpoint(db: Db, account: string, wanted: Wanted): Promise<{ endpoint: Endpoint; secret: string }> {
  const where = await checkedUrl(wanted.url);
  const id = `whe_${randomBytes(12).toString("hex")}`;
  const { secret, sealed } = newSecret(id);
  const endpoint = await insertEndpoint(db, { ...wanted, ...where, id, account, secret: sealed }, MOST_ENDPOINTS);
  if (endpoint) return { endpoint, secret };
  throw new CoinslotError("invalid_input", `You have ${MOST_ENDPOINTS} endpoints already.`, {
    reason: "too_many_endpoints",
    hint: "Delete one that you no longer need.",
  });
}
