import "server-only";
import { createHash } from "node:crypto";
import { connection } from "@/db/client";
import { keepAnswer } from "@/db/queries/answers";
import { ANSWER_KEPT_SECONDS } from "@/db/queries/outcomes";
import type { Work } from "@/lib/settlement/types";
import type { PaidCall } from "./call";
import { ledger } from "./ledger";
import type { Given } from "./run";

/** Larger answers are written down by themselves: a batch of them would be a statement that nobody can send. */
const LARGE_BYTES = 128 * 1024;

/** The answer as settlement takes it along: all of it, or its hash where it had to go ahead. */
export async function keepLarge(call: PaidCall, answer: Given): Promise<Work["answer"]> {
  if (answer.body.length <= LARGE_BYTES) return answer;
  const body = typeof answer.body === "string" ? Buffer.from(answer.body, "utf8") : answer.body;
  const hash = createHash("sha256").update(body).digest("hex");
  await ledger(() => keepAnswer(connection().sql, call.id, { ...answer, body }, ANSWER_KEPT_SECONDS));
  return { hash };
}
