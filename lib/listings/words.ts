import "server-only";
import { cleanText } from "@/lib/cleanText";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { LISTING_LIMITS } from "./limits";

/** What a seller says of a listing or an operation: one line each, bounded, nothing invisible. */
export function readTitle(raw: string): string {
  const title = cleanText(raw, LISTING_LIMITS.title);
  if (!title) throw fieldFault("title", "title_empty", "Give it the title that buyers see.");
  return title;
}

export const readDescription = (raw: string) => cleanText(raw, LISTING_LIMITS.description);

export function readQuestion(raw: string, field = "question"): string {
  const question = cleanText(raw, LISTING_LIMITS.question);
  if (!question) throw fieldFault(field, "question_empty", "Say in a line what the call answers.");
  return question;
}

export const readOperationDescription = (raw: string) => cleanText(raw, LISTING_LIMITS.operationDescription);

/** An example that fits into a page. */
export function readExample(example: Record<string, unknown>, field = "example"): Record<string, unknown> {
  if (JSON.stringify(example).length <= LISTING_LIMITS.exampleBytes) return example;
  throw fieldFault(field, "example_too_large", `An example has at most ${LISTING_LIMITS.exampleBytes / 1024} KiB.`);
}
