import { addressOf } from "./address";
import { attribute, type Element, innerText, spotOf, tidy } from "./dom";
import { type Around, add, type Draft, type Entered } from "./draft";

const MOST_METAS = 300;
const MOST_LINKS = 300;
const MOST_SCRIPTS = 500;
const MOST_DATA = 50;
const LONGEST_DATA = 512 * 1024;
const SCRIPT_TYPES = new Set(["", "text/javascript", "application/javascript", "module", "text/ecmascript", "application/x-javascript"]);

/** Title, base and whatever else only a head may hold; null for the rest. */
export function enterHead(element: Element, _around: Around, draft: Draft): Entered | null {
  if (element.name === "title") {
    if (draft.titles.length < 20) draft.titles.push({ ...spotOf(element), text: tidy(innerText(element)) });
    return {};
  }
  if (element.name === "base") {
    const base = addressOf(attribute(element, "href"), draft.base);
    if (base) draft.base = base.url;
    return {};
  }
  return null;
}

/** What belongs into a head and may stand anywhere; null for the rest. */
export function enterMetadata(element: Element, around: Around, draft: Draft): Entered | null {
  switch (element.name) {
    case "meta":
      noteMeta(element, around, draft);
      return {};
    case "link":
      noteLink(element, around, draft);
      return {};
    case "script":
      noteScript(element, around, draft);
      return {};
    case "style":
      add(draft.sheets, () => ({ ...spotOf(element), href: null, bytes: innerText(element).length, blocking: false }), MOST_SCRIPTS);
      return {};
    default:
      return null;
  }
}

function noteMeta(element: Element, { inHead }: Around, draft: Draft): void {
  const charset = attribute(element, "charset");
  const equiv = attribute(element, "http-equiv");
  const name = attribute(element, "name") ?? attribute(element, "property") ?? (equiv ? `http-equiv:${equiv}` : charset ? "charset" : null);
  if (name === null || draft.metas.length >= MOST_METAS) return;
  const content = tidy(charset ?? attribute(element, "content") ?? "");
  draft.metas.push({ ...spotOf(element), name: name.trim().toLowerCase().slice(0, 100), content, inHead });
}

function noteLink(element: Element, { inHead }: Around, draft: Draft): void {
  const rel = (attribute(element, "rel") ?? "").slice(0, 500).toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  const href = attribute(element, "href")?.slice(0, 2_048) ?? null;
  if (draft.links.length < MOST_LINKS) {
    draft.links.push({ ...spotOf(element), rel, href, hreflang: attribute(element, "hreflang"), inHead, fromHeader: false });
  }
  const url = addressOf(href, draft.base)?.url ?? null;
  const isSheet = rel.includes("stylesheet") && !rel.includes("alternate");
  if (isSheet || rel.includes("preload")) noteLoad(element, url, draft);
  if (!isSheet) return;
  const media = (attribute(element, "media") ?? "all").toLowerCase();
  const blocking = inHead && element.attribs.disabled === undefined && /^\s*(all|screen|)\s*$/.test(media);
  add(draft.sheets, () => ({ ...spotOf(element), href: url, bytes: 0, blocking }), MOST_SCRIPTS);
}

function noteScript(element: Element, { inHead }: Around, draft: Draft): void {
  const type = (attribute(element, "type") ?? "").trim().toLowerCase();
  if (type === "application/ld+json") noteData(element, draft);
  if (!SCRIPT_TYPES.has(type)) return;
  const src = addressOf(attribute(element, "src"), draft.base)?.url ?? null;
  const waits = element.attribs.async !== undefined || element.attribs.defer !== undefined || type === "module";
  const bytes = element.attribs.src === undefined ? innerText(element).length : 0;
  add(draft.scripts, () => ({ ...spotOf(element), src, bytes, blocking: inHead && src !== null && !waits }), MOST_SCRIPTS);
  noteLoad(element, src, draft);
}

function noteData(element: Element, draft: Draft): void {
  add(draft.jsonLd, () => ({ ...spotOf(element), ...parse(innerText(element)) }), MOST_DATA);
}

function parse(text: string): { parsed: unknown; fault: string | null } {
  if (text.length > LONGEST_DATA) return { parsed: null, fault: "It is longer than 512 KB." };
  try {
    return { parsed: JSON.parse(text), fault: null };
  } catch (error) {
    return { parsed: null, fault: tidy((error as Error).message, 200) };
  }
}

/** Whatever a page loads by itself counts when it comes unencrypted. */
export function noteLoad(element: Element, url: string | null, draft: Draft): void {
  if (url?.startsWith("http:")) add(draft.plainLoads, () => ({ ...spotOf(element), text: url.slice(0, 300) }), 100);
}
