/** An answer that is no JSON. `url`: an address in this browser under which its bytes are. */
export class RawReply {
  readonly type: string;
  readonly bytes: number;
  readonly text: string | null;
  readonly url: string;

  constructor(type: string, bytes: number, text: string | null, url: string) {
    this.type = type;
    this.bytes = bytes;
    this.text = text;
    this.url = url;
  }
}

/** Longer texts are looked at as a file. */
const MOST_TEXT_BYTES = 1_000_000;

/** Reads an answer: JSON as what it says, anything else as it is; null for JSON that can't be read. */
export async function readReply(response: Response): Promise<unknown> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "" || /[/+]json$/.test(type)) return response.json().catch(() => null);
  const blob = await response.blob();
  const isText = /^text\/|[/+](xml|yaml|x-yaml|csv|javascript|x-ndjson|ndjson|jsonl|json-seq)$/.test(type);
  const text = isText && blob.size <= MOST_TEXT_BYTES ? await blob.text() : null;
  // Never under its own type: a page of a stranger's would run as this site's when it is opened.
  const safe = /^image\/(png|jpeg|gif|webp|avif)$|^(audio|video)\//.test(type)
    ? blob
    : new Blob([blob], { type: "application/octet-stream" });
  return new RawReply(type, blob.size, text, URL.createObjectURL(safe));
}
