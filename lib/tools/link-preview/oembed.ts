import { cleanText } from "../../cleanText";
import { decodeText } from "../../web/decodeText";
import { resolveUrl } from "../../web/head/linkTags";
import { quietly } from "../../web/quietly";
import type { Web, WebRequest } from "../../web/types";
import type { LinkPreviewAnswer } from "./schema";
import type { Head } from "./words";

type Oembed = LinkPreviewAnswer["oembed"];

const MOST_BYTES = 64 * 1024;

/** Asks the oEmbed address that the page names for itself. Its HTML is for others to trust, and not handed on. */
export async function askOembed({ links }: Head, web: Web, request: WebRequest): Promise<Oembed> {
  const url = links.find(({ rel, type, url }) => url && rel.includes("alternate") && type === "application/json+oembed")?.url;
  if (!url) return null;
  const answer = await quietly(web.fetch(url, { ...request, maxBytes: MOST_BYTES }), request.signal);
  const told = answer && answer.status < 400 ? objectIn(decodeText(answer).text) : null;
  const text = (key: string) => (typeof told?.[key] === "string" ? cleanText(told[key], 500) : null);
  const size = (key: string) => {
    const value = Number(told?.[key]);
    return told?.[key] != null && Number.isFinite(value) && value > 0 ? value : null;
  };
  return {
    url,
    answered: told !== null,
    type: text("type"),
    title: text("title"),
    author: text("author_name"),
    provider: text("provider_name"),
    thumbnail: typeof told?.thumbnail_url === "string" ? resolveUrl(told.thumbnail_url, url) : null,
    width: size("width"),
    height: size("height"),
  };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
