import { enterBody } from "./bodyElements";
import { attribute, type Element, isElement, type Node } from "./dom";
import { type Around, type Draft, take } from "./draft";
import { enterHead } from "./headElements";

/** Their content is no text of the page, and no elements of it either. */
const CLOSED = new Set(["script", "style", "noscript", "template", "iframe", "object", "textarea"]);
const FRAME = new Set(["nav", "header", "footer", "aside"]);

/** Goes once over the tree, in the order of the page, and notes what the checks want to know. */
export function walk(root: Node, draft: Draft): void {
  const around: Around = {
    inHead: false,
    inBody: false,
    hidden: false,
    inLabel: false,
    zone: "body",
    language: null,
    link: null,
    gatherings: [],
  };
  visit(root, around, 0, draft);
}

function visit(node: Node, around: Around, depth: number, draft: Draft): void {
  if (node.type === "text") hear(node.data, around, draft);
  if (!("children" in node)) return;
  if (!isElement(node)) {
    for (const child of node.children) visit(child, around, depth, draft);
    return;
  }
  note(node, depth, draft);
  const below = around.inBody || around.inHead ? placed(node, around) : placedAtTop(node, around);
  const { around: changed, leave } = (below.inHead ? enterHead(node, below, draft) : null) ?? enterBody(node, below, draft) ?? {};
  if (!CLOSED.has(node.name)) {
    const inside = changed ? { ...below, ...changed } : below;
    for (const child of node.children) visit(child, inside, depth + 1, draft);
  }
  leave?.();
}

function note(element: Element, depth: number, draft: Draft): void {
  draft.elements += 1;
  draft.depth = Math.max(draft.depth, depth);
  const id = attribute(element, "id");
  if (id && draft.ids.size < 5_000) draft.ids.add(id.slice(0, 200));
  if (element.attribs.itemtype !== undefined || element.attribs.typeof !== undefined) draft.otherData += 1;
}

function placedAtTop(element: Element, around: Around): Around {
  const language = languageOf(element, around);
  return { ...around, language, inHead: element.name === "head", inBody: element.name === "body" };
}

function placed(element: Element, around: Around): Around {
  const role = element.attribs.role;
  const hides = element.attribs.hidden !== undefined;
  const language = languageOf(element, around);
  const zone = zoneOf(element.name, role, around.zone);
  if (!hides && language === around.language && zone === around.zone) return around;
  return { ...around, language, zone, hidden: around.hidden || hides };
}

function zoneOf(name: string, role: string | undefined, zone: Around["zone"]): Around["zone"] {
  if (name === "main" || role === "main" || name === "article") return zone === "frame" ? zone : "main";
  // An article has a head of its own that belongs to it.
  if (zone === "main") return name === "nav" ? "frame" : zone;
  return FRAME.has(name) || role === "navigation" ? "frame" : zone;
}

function languageOf(element: Element, around: Around): string | null {
  return attribute(element, "lang") ?? attribute(element, "xml:lang") ?? around.language;
}

function hear(text: string, around: Around, draft: Draft): void {
  for (const gathering of around.gatherings) take(gathering, text);
  if (around.inBody && !around.hidden) take(draft.text[around.zone], text);
}
