import "server-only";
import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { failingSince, recordTry, takeTest } from "@/db/queries/webhookQueue";
import { CoinslotError } from "../errors";
import { tokenBuckets } from "../tokenBucket";
import { deliver } from "./deliver";
import { HOLD_SECONDS } from "./sender";
import { webhooks } from "./webhooks";

const wait = tokenBuckets({ perSecond: 1 / 3, burst: 5 });

export type TestOutcome = { deliveryId: string; status: number | null; ms: number; error: string | null; answer: string };

/** Sends `webhook.test` to one endpoint now, once, also while it is off. Null when it isn't this account's. */
export async function sendTest(sql: postgres.Sql, account: string, endpointId: string): Promise<TestOutcome | null> {
  const seconds = wait(account);
  if (seconds > 0) throw new CoinslotError("rate_limited", "That were many tests in a short time.", { retryAfterSeconds: seconds });
  const id = `evt_${randomBytes(12).toString("hex")}`;
  const due = await takeTest(sql, account, endpointId, { id, data: { test: true, endpoint: endpointId }, holdSeconds: HOLD_SECONDS });
  if (!due) return null;
  const { post, userAgent } = webhooks();
  const tried = await deliver({ post, userAgent, now: () => new Date(), failingSince: (one) => failingSince(sql, one) }, due);
  await recordTry(sql, tried);
  const { status, ms, error, answer } = tried;
  return { deliveryId: due.id, status, ms, error, answer };
}
