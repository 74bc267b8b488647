import "server-only";
import { cleanText } from "@/lib/cleanText";
import type { ToolRefusal } from "@/lib/tools/refusal";
import { contentType } from "@/lib/web/contentType";
import type { WebAnswer } from "@/lib/web/types";
import { matchLine, type Wanted } from "./matchLine";
import { PROOF_PATH } from "./proofText";
import type { FileFinding, ProofParts, Seen } from "./types";

const MOST_BYTES = 64 * 1024;
const MOST_REDIRECTS = 3;
const PATIENCE = { timeoutMs: 8_000, patienceMs: 4_000 };
/** Answers that say for certain that no such file is there. */
const GONE = new Set([404, 410]);

/** Asks the host itself for the file; a redirect is followed on the host only, since another one could say anything. */
export async function lookAtFile(
  { web, originOf }: Pick<ProofParts, "web" | "originOf">,
  host: string,
  wanted: Wanted,
): Promise<FileFinding> {
  const first = `${originOf(host)}${PROOF_PATH}`;
  try {
    let url = first;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await web.fetch(url, { maxBytes: MOST_BYTES, maxRedirects: 0, ...PATIENCE, signal: AbortSignal.timeout(15_000) });
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
      if (!next) return judge(answer, first, wanted);
      const target = URL.canParse(next, url) ? new URL(next, url) : null;
      const words = `redirects to ${cleanText(target?.href ?? next, 120)}`;
      // Another scheme, too, may be answered by somebody else on the way.
      if (target?.origin !== new URL(first).origin) return found(answer, first, "no", `${words}: the host itself has to give the file`);
      if (redirects === MOST_REDIRECTS) return found(answer, first, "no", "redirects again and again");
      url = target.href;
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ToolRefusal") throw error;
    return refused(error as ToolRefusal, first);
  }
}

function judge(answer: WebAnswer, url: string, wanted: Wanted): FileFinding {
  const { status, truncated } = answer;
  if (GONE.has(status)) return found(answer, url, "no", `answers ${status}: there is no such file`);
  // A server that is broken, or keeps strangers out for a while, has not taken anything back.
  if (status !== 200) return found(answer, url, "unknown", `answers ${status} instead of 200`);
  const { mime } = contentType(answer);
  if (mime && mime !== "text/plain") return found(answer, url, "no", `is ${mime} instead of text/plain`);
  if (truncated) return found(answer, url, "no", `is larger than ${MOST_BYTES / 1024} KiB`);
  const instead = matchLine(linesOf(answer), wanted);
  return instead ? found(answer, url, "no", instead) : found(answer, url, "yes", "holds the line");
}

function found(answer: WebAnswer, url: string, seen: Seen, words: string): FileFinding {
  const first = linesOf(answer).find((line) => line.trim());
  const firstLine = first === undefined ? null : cleanText(first, 120);
  return { seen, url, words, status: answer.status, contentType: contentType(answer).mime, firstLine };
}

/** No such name is a certain answer; whatever else keeps us from asking may pass. */
function refused({ reason, message }: ToolRefusal, url: string): FileFinding {
  const never = reason === "bad_url" || reason === "address_not_allowed" || /no host of that name/.test(message);
  return {
    seen: never ? "no" : "unknown",
    url,
    words: `can't be asked: ${cleanText(message, 200).replace(/\.$/, "")}`,
    status: null,
    contentType: null,
    firstLine: null,
  };
}

function linesOf({ body }: WebAnswer): string[] {
  return body.toString("utf8").split(/\r\n|\n|\r/, 500);
}
