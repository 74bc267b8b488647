import "server-only";
import { cleanText } from "@/lib/cleanText";
import { matchLine, type Wanted } from "./matchLine";
import { recordName } from "./proofText";
import type { AskTxt, RecordFinding } from "./types";

const NO_SUCH = new Set(["ENOTFOUND", "ENODATA"]);
const MOST_SHOWN = 5;
/** Whatever a name server does, a look ends. */
const LATEST_MS = 8_000;

/** Asks the name servers for the TXT records beside the host's name. */
export async function lookAtRecord(txt: AskTxt, host: string, wanted: Wanted): Promise<RecordFinding> {
  const name = recordName(host);
  if (!name) return { seen: "no", name, words: "An address without a name has no TXT records.", records: [] };
  try {
    const records = (await inTime(txt(name))).map((pieces) => pieces.join(""));
    const shown = records.slice(0, MOST_SHOWN).map((record) => cleanText(record, 120));
    const instead = records.length === 0 ? "has no TXT record" : matchLine(records, wanted);
    return { seen: instead ? "no" : "yes", name, words: instead ?? "holds the line", records: shown };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const none = typeof code === "string" && NO_SUCH.has(code);
    return { seen: none ? "no" : "unknown", name, words: none ? "has no TXT record" : "could not be looked up", records: [] };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the name servers did not answer in time")), LATEST_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
