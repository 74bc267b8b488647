import { Readable } from "node:stream";
import { readBody } from "../../web/body";
import { decodeText } from "../../web/decodeText";
import type { Web, WebAnswer, WebRequest } from "../../web/types";
import { ToolRefusal } from "../refusal";
import { parseSitemap, type Take } from "./parse";
import type { SitemapCheckAnswer } from "./schema";

export type SitemapFile = SitemapCheckAnswer["files"][number];

/** What is read of one file. The protocol allows five times as much, which nobody needs to judge it. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** What was found out about a file beside what is told of it. */
export type ReadFile = { file: SitemapFile; namespace: boolean; refused: ToolRefusal | null };

/** Fetches one sitemap, unpacks it if it is a packed file, and hands out its entries. */
export async function readSitemap(web: Web, url: string, request: WebRequest, take: Take): Promise<ReadFile> {
  const blank: SitemapFile = { url, kind: "none", status: null, packed: false, bytes: 0, entries: 0, cut: false, fault: null };
  try {
    const answer = await web.fetch(url, {
      ...request,
      maxBytes: MOST_BYTES,
      headers: { accept: "application/xml,text/xml,text/plain,*/*;q=0.5" },
    });
    const { status } = answer;
    if (status !== 200) return { file: { ...blank, status, fault: `It answered ${status}.` }, namespace: true, refused: null };
    const { bytes, packed, cut } = await unpack(answer);
    let entries = 0;
    const { text } = decodeText({ headers: { "content-type": answer.headers["content-type"] ?? "" }, body: bytes });
    const { kind, fault, namespace } = await parseSitemap(text, cut, (entry, kind) => {
      entries += 1;
      take(entry, kind);
    });
    return { file: { url, kind, status, packed, bytes: bytes.length, entries, cut, fault }, namespace, refused: null };
  } catch (error) {
    if (!(error instanceof ToolRefusal) || error.kind === "busy" || request.signal.aborted) throw error;
    return { file: { ...blank, fault: error.message }, namespace: true, refused: error };
  }
}

/** A `.xml.gz` is packed as a file, on top of whatever the server packs for the way. */
async function unpack({ body, truncated }: WebAnswer): Promise<{ bytes: Buffer; packed: boolean; cut: boolean }> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return { bytes: body, packed: false, cut: truncated };
  const { bytes, truncated: cut } = await readBody(Readable.from([body]), "gzip", MOST_BYTES).catch(() => ({
    bytes: Buffer.alloc(0),
    truncated: true,
  }));
  return { bytes, packed: true, cut: cut || truncated };
}
