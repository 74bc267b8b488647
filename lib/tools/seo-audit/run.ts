import type { ToolContext } from "../define";
import { writeAnswer } from "./answer";
import { gather } from "./gather/gather";
import type { SeoAuditAnswer, SeoAuditInput } from "./schema";

/** Gathers what the page and its site say, then judges it. */
export async function run(input: SeoAuditInput, { web, signal }: ToolContext): Promise<SeoAuditAnswer> {
  const { url, pages, max_age = 0 } = input;
  return writeAnswer(await gather({ url, pages, maxAgeSeconds: max_age, web, signal }));
}
