import type { WebAnswer } from "./types";

export type ContentKind = "html" | "xml" | "json" | "text" | "pdf" | "image" | "other";

export type ContentType = {
  /** In lower case, without parameters; null where the server said nothing that can be read. */
  mime: string | null;
  /** As the header names it. */
  charset: string | null;
  kind: ContentKind;
};

/** What the answer says it is; where it says nothing, what its first bytes look like. */
export function contentType({ headers, body }: Pick<WebAnswer, "headers" | "body">): ContentType {
  const [first = "", ...parameters] = (headers["content-type"] ?? "").slice(0, 1_000).split(";");
  const named = first.trim().toLowerCase();
  const mime = /^[\w.+-]+\/[\w.+-]+$/.test(named) ? named : null;
  const charset = parameters.map((p) => /^\s*charset\s*=\s*"?([\w.:+-]+)"?\s*$/i.exec(p)?.[1]).find(Boolean) ?? null;
  return { mime, charset, kind: mime ? kindOf(mime) : sniff(body) };
}

function kindOf(mime: string): ContentKind {
  if (mime === "text/html" || mime === "application/xhtml+xml") return "html";
  if (mime === "application/pdf") return "pdf";
  if (mime === "image/svg+xml") return "image";
  if (mime === "text/xml" || mime === "application/xml" || mime.endsWith("+xml")) return "xml";
  if (mime === "application/json" || mime.endsWith("+json")) return "json";
  if (mime.startsWith("image/")) return "image";
  return mime.startsWith("text/") ? "text" : "other";
}

function sniff(body: Buffer): ContentKind {
  const start = body.subarray(0, 512).toString("latin1").trimStart().toLowerCase();
  if (start.startsWith("%pdf-")) return "pdf";
  if (start.startsWith("<?xml")) return "xml";
  if (/^(<!doctype html|<html|<head|<body|<!--)/.test(start)) return "html";
  if (start.startsWith("\x89png") || start.startsWith("gif8") || start.startsWith("\xff\xd8\xff")) return "image";
  return "other";
}
