import { disableTypes, imageSize } from "image-size";
import { contentType } from "../../web/contentType";
import { jsonLdBlocks, jsonLdNodes } from "../../web/head/jsonLd";
import { resolveUrl } from "../../web/head/linkTags";
import { metaContent } from "../../web/head/metaTags";
import { quietly } from "../../web/quietly";
import type { Web, WebRequest } from "../../web/types";
import type { LinkPreviewAnswer } from "./schema";
import type { Head } from "./words";

/** The beginning of a file, where plain pictures say how large they are. */
const ENOUGH = 64 * 1024;

// What is left says its size near its start and is read without searching; SVG has no size in dots.
disableTypes(["svg", "jxl", "jxl-stream", "heif", "jp2", "j2c", "tiff", "icns", "dds", "ktx", "psd", "pnm", "tga", "cur"]);

type Picture = LinkPreviewAnswer["image"];
type Named = { url: string; source: string };

/** The picture that the page names, measured by its own first bytes where that can be done. */
export async function findPicture(head: Head, web: Web, request: WebRequest): Promise<Picture> {
  const named = namedPicture(head);
  if (!named) return null;
  const claim = (key: string) => {
    const value = Number(metaContent(head.tags, key));
    return Number.isSafeInteger(value) && value > 0 ? value : null;
  };
  const claimed = named.source.startsWith("og:")
    ? { width: claim("og:image:width"), height: claim("og:image:height") }
    : { width: null, height: null };
  const alt = metaContent(head.tags, "og:image:alt") ?? metaContent(head.tags, "twitter:image:alt");
  const file = await measure(named.url, web, request);
  const size = file.size ?? claimed;
  return {
    ...named,
    alt,
    width: size.width,
    height: size.height,
    type: file.type,
    size_from: file.size ? "file" : claimed.width && claimed.height ? "page" : "not_measured",
    answered: file.answered,
  };
}

function namedPicture({ $, tags, links, base }: Head): Named | null {
  const places = [
    ...["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"].map((source) => ({
      source,
      href: metaContent(tags, source),
    })),
    { source: "link image_src", href: links.find(({ rel }) => rel.includes("image_src"))?.href },
    {
      source: "JSON-LD image",
      href: jsonLdNodes(jsonLdBlocks($))
        .map((node) => addressIn(node.image))
        .find(Boolean),
    },
    { source: "itemprop image", href: metaContent(tags, "image") },
  ];
  for (const { source, href } of places) {
    const url = href ? resolveUrl(href, base) : null;
    if (url) return { url, source };
  }
  return null;
}

function addressIn(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === "string") return first;
  const url = typeof first === "object" && first !== null ? (first as { url?: unknown }).url : null;
  return typeof url === "string" ? url : null;
}

type Measured = { size: { width: number; height: number } | null; type: string | null; answered: boolean | null };

/** `url` names a picture, or is hoped to. */
export async function measure(url: string, web: Web, request: WebRequest): Promise<Measured> {
  const answer = await quietly(web.fetch(url, { ...request, maxBytes: ENOUGH }), request.signal);
  if (!answer) return { size: null, type: null, answered: null };
  const { mime, kind } = contentType(answer);
  const answered = answer.status < 400 && kind === "image";
  return { size: answered ? sizeOf(answer.body) : null, type: mime, answered };
}

export function sizeOf(body: Buffer): Measured["size"] {
  try {
    const { width, height } = imageSize(body);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    // Not one of the kinds that are read, cut too early, or broken.
    return null;
  }
}
