import iconv from "iconv-lite";
import { contentType } from "./contentType";
import type { WebAnswer } from "./types";

export type DecodedText = {
  text: string;
  /** What the bytes were read as, by the name that standards give it. */
  charset: string;
  /** Where that was known from. */
  from: "bom" | "header" | "document" | "guess";
  /** What header and document claim, whether it was followed or not. */
  claims: { header: string | null; document: string | null };
  /** Bytes that are no text in this charset stood in it. */
  malformed: boolean;
};

/** A document must name its charset within its first kilobyte; many name it a little later. */
const PRESCAN = 4_096;

/** Old names under which browsers read something else, and names that iconv doesn't have. */
const MEANT: Record<string, string> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  l1: "windows-1252",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-9": "windows-1254",
  "iso-8859-11": "windows-874",
  "tis-620": "windows-874",
  gb2312: "gbk",
  "x-gbk": "gbk",
  "x-sjis": "shift_jis",
  "ks_c_5601-1987": "euc-kr",
  utf8: "utf-8",
  unicode: "utf-16le",
  "utf-16": "utf-16le",
};

/** Bytes to text as a browser would: the mark at the start, the header, the document's own word, then a guess. */
export function decodeText(answer: Pick<WebAnswer, "headers" | "body">): DecodedText {
  const { body } = answer;
  const header = contentType(answer).charset;
  const document = claimOf(body.subarray(0, PRESCAN).toString("latin1"));
  const claims = { header, document };
  const mark = markOf(body);
  if (mark) return read(body, mark, "bom", claims);
  const byHeader = known(header);
  if (byHeader) return read(body, byHeader, "header", claims);
  const byDocument = known(document);
  // The claim itself was read byte by byte, so it can't be of two bytes a letter.
  if (byDocument) return read(body, byDocument.startsWith("utf-16") ? "utf-8" : byDocument, "document", claims);
  return guess(body, claims);
}

function claimOf(start: string): string | null {
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1];
  const meta = /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1];
  return xml ?? meta ?? null;
}

function markOf(body: Buffer): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  return body[0] === 0xfe && body[1] === 0xff ? "utf-16be" : null;
}

function known(claim: string | null): string | null {
  if (!claim) return null;
  const name = claim.toLowerCase();
  const meant = Object.hasOwn(MEANT, name) ? (MEANT[name] ?? name) : name;
  return iconv.encodingExists(meant) && !/^(base64|hex|binary|utf-?7|ucs)/.test(meant) ? meant : null;
}

function guess(body: Buffer, claims: DecodedText["claims"]): DecodedText {
  const asUtf8 = read(body, "utf-8", "guess", claims);
  return asUtf8.malformed ? read(body, "windows-1252", "guess", claims) : asUtf8;
}

function read(body: Buffer, charset: string, from: DecodedText["from"], claims: DecodedText["claims"]): DecodedText {
  const text = iconv.decode(body, charset);
  // A body that was cut may end within a letter: that is not the page's fault.
  const malformed = text.slice(0, -1).includes("\uFFFD") && !(charset === "utf-8" && body.includes("\uFFFD"));
  return { text, charset, from, claims, malformed };
}
