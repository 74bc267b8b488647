import "server-only";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { ToolRefusal } from "@/lib/tools/refusal";
import { decodeText } from "@/lib/web/decodeText";
import type { WebAnswer } from "@/lib/web/types";
import { web } from "@/lib/web/web";
import { LISTING_LIMITS } from "./limits";

const PATIENCE_MS = 15_000;

/** The text of a description at an address, through the guard. Throws `invalid_input` with what the address did instead. */
export async function fetchSpec(address: string): Promise<string> {
  const answer = await ask(address.trim());
  if (answer.status !== 200) throw fieldFault("url", "spec_not_there", `The address answered with ${answer.status}, not with 200.`);
  if (answer.truncated) {
    throw fieldFault(
      "url",
      "spec_too_large",
      `It is larger than ${Math.floor(LISTING_LIMITS.fetchedBytes / 1e6)} MB.`,
      "Upload the file instead.",
    );
  }
  return decodeText(answer).text;
}

async function ask(address: string): Promise<WebAnswer> {
  try {
    return await web().fetch(address, {
      headers: { accept: "application/json, application/yaml, text/yaml, */*;q=0.5" },
      timeoutMs: PATIENCE_MS,
      maxBytes: LISTING_LIMITS.fetchedBytes,
      patienceMs: 5_000,
      signal: AbortSignal.timeout(PATIENCE_MS + 5_000),
    });
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    throw fieldFault("url", error.reason, error.message, error.hint ?? undefined);
  }
}
