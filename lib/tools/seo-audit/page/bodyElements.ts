import { addressOf, firstOfSet } from "./address";
import { attribute, type Element, isElement, spotOf } from "./dom";
import { type Around, add, type Draft, type Entered, gathered, gathering, listening } from "./draft";
import { enterMetadata, noteLoad } from "./headElements";
import { labelOf } from "./label";
import { enterLink, enterPicture } from "./linkElements";

const MOST_HEADINGS = 500;
const MOST_FAULTS = 200;
const UNNAMED_FIELDS = new Set(["hidden", "submit", "reset", "button", "image"]);
const MOUNTS = new Set(["root", "app", "__next", "__nuxt", "___gatsby", "svelte", "application"]);
const LOADERS = new Set(["video", "audio", "source", "track", "embed"]);

/** Everything that may stand in a body. */
export function enterBody(element: Element, around: Around, draft: Draft): Entered | null {
  const { name } = element;
  const metadata = enterMetadata(element, around, draft);
  if (metadata) return metadata;
  if (name === "html") {
    const text = attribute(element, "lang");
    if (text !== null) draft.language = { ...spotOf(element), text: text.trim().slice(0, 100) };
    return null;
  }
  if (name === "a") return enterLink(element, around, draft);
  if (name === "img") return enterPicture(element, around, draft);
  if (/^h[1-6]$/.test(name)) return enterHeading(element, around, draft);
  if (name === "button") return enterButton(element, around, draft);
  if (name === "label") return enterLabel(element, draft);
  if (name === "input" || name === "select" || name === "textarea") noteField(element, around, draft);
  else if (name === "iframe") noteFrame(element, draft);
  else if (name === "form") notePlainForm(element, draft);
  else if (LOADERS.has(name)) {
    noteLoad(element, addressOf(attribute(element, "src") ?? firstOfSet(attribute(element, "srcset")), draft.base)?.url ?? null, draft);
  }
  return mountOf(element, draft);
}

function enterHeading(element: Element, around: Around, draft: Draft): Entered {
  const text = gathering();
  const heading = add(draft.headings, () => ({ ...spotOf(element), level: Number(element.name[1]), text: "" }), MOST_HEADINGS);
  if (!heading) return {};
  const leave = () => {
    heading.text = gathered(text).slice(0, 300) || (attribute(element, "aria-label")?.trim() ?? "");
  };
  return { around: { gatherings: listening(around, text) }, leave };
}

function enterButton(element: Element, around: Around, draft: Draft): Entered {
  const text = gathering();
  const leave = () => {
    if (gathered(text) || labelOf(element) || element.attribs.hidden !== undefined) return;
    add(draft.namelessButtons, () => spotOf(element), MOST_FAULTS);
  };
  return { around: { gatherings: listening(around, text) }, leave };
}

function enterLabel(element: Element, draft: Draft): Entered {
  const id = attribute(element, "for");
  if (id && draft.labelled.size < 5_000) draft.labelled.add(id);
  return { around: { inLabel: true } };
}

function noteField(element: Element, { inLabel, hidden }: Around, draft: Draft): void {
  const type = (attribute(element, "type") ?? "").toLowerCase();
  if (inLabel || hidden || UNNAMED_FIELDS.has(type) || labelOf(element) || element.attribs.hidden !== undefined) return;
  add(draft.fields, () => ({ element, id: attribute(element, "id") }), MOST_FAULTS);
}

function noteFrame(element: Element, draft: Draft): void {
  noteLoad(element, addressOf(attribute(element, "src"), draft.base)?.url ?? null, draft);
  const ignored = element.attribs["aria-hidden"] === "true" || element.attribs.hidden !== undefined;
  if (!labelOf(element) && !ignored && draft.untitledFrames.length < MOST_FAULTS) draft.untitledFrames.push(spotOf(element));
}

function notePlainForm(element: Element, draft: Draft): void {
  const action = addressOf(attribute(element, "action"), draft.base)?.url;
  if (action?.startsWith("http:") && draft.plainForms.length < MOST_FAULTS) draft.plainForms.push(spotOf(element));
}

function mountOf(element: Element, draft: Draft): Entered | null {
  const id = attribute(element, "id");
  if (!id || !MOUNTS.has(id) || element.children.some(isElement)) return null;
  draft.emptyMount ??= spotOf(element);
  return null;
}
