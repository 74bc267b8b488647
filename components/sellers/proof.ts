/** A proof as its seller's pages have it. Times are ISO 8601. */
export type Proof = {
  host: string;
  proven: boolean;
  method: "file" | "dns" | null;
  line: string;
  file: { url: string; content: string };
  /** It is the local chain's sample API, which keeps what it is sent there. */
  takesPut: boolean;
  dns: { name: string; type: string; value: string } | null;
  provedAt: string | null;
  checkedAt: string | null;
  failingSince: string | null;
  failure: string | null;
};

export type Finding = {
  file: { seen: string; url: string; words: string; status: number | null; contentType: string | null; firstLine: string | null };
  dns: { seen: string; name: string | null; words: string; records: string[] };
};

export type Checked = { found: boolean; proof: Proof; finding: Finding };
