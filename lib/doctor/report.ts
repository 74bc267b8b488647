/** `skipped`: does not apply, or waits for another check; `unknown`: could not be found out from here. */
export type CheckStatus = "pass" | "fail" | "warn" | "skipped" | "unknown";

/** What a check says. Texts hold what a stranger wrote: cut and cleaned, to be shown as text. */
export type Finding = {
  status: CheckStatus;
  /** One line. */
  detail: string;
  /** What it was read from, as it came over the wire. */
  evidence: string | null;
  /** The words or the code that mend it. */
  mend: string | null;
  /** A figure for the end of the line: `142 ms`, `402`. */
  side: string | null;
  /** The id of the check that this one waits for. */
  after: string | null;
};

export type CheckResult = { id: string; title: string } & Finding;

/** What the doctor found at one address. */
export type DoctorReport = {
  url: string;
  /** The method that the checks were made with. */
  method: "GET" | "POST";
  /** ISO 8601. */
  at: string;
  took_ms: number;
  checks: CheckResult[];
  summary: Record<CheckStatus, number>;
  /** The unpaid answer as it came; null where nothing did. */
  raw: {
    status: number;
    headers: Record<string, string>;
    body: string;
    /** The terms of both versions, decoded; null where there are none or they are no JSON. */
    decoded: { v2: Record<string, unknown> | null; v1: Record<string, unknown> | null };
  } | null;
};
