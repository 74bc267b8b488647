import type { Web } from "@/lib/web/types";

/** The TXT records of a name, each in its pieces. Rejects as `node:dns` does. */
export type AskTxt = (name: string) => Promise<string[][]>;

/** What a look at a host needs of the world. */
export type ProofParts = {
  web: Web;
  txt: AskTxt;
  /** Where a host is asked: `https://` and its name, or plain http for what this market has put up for trying. */
  originOf: (host: string) => string;
};

/** `yes`: it is there. `no`: it certainly is not. `unknown`: nobody could be asked. */
export type Seen = "yes" | "no" | "unknown";

/** What one place held, in words; all of it is a stranger's text, cut and cleaned. */
export type FileFinding = {
  seen: Seen;
  url: string;
  words: string;
  status: number | null;
  contentType: string | null;
  firstLine: string | null;
};
export type RecordFinding = { seen: Seen; name: string | null; words: string; records: string[] };

export type ProofFinding = { seen: Seen; method: "file" | "dns" | null; words: string; file: FileFinding; dns: RecordFinding };
