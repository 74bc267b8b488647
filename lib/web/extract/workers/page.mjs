import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { markdownWriter } from "./markdown.mjs";
import { CELL, ROW } from "./tables.mjs";

/** Less than this is no article, unless the page has little more. */
const SHORT = 250;
const MOST_LISTED = 200;

/**
 * `{html, article, readability, links, images}` → the page as Markdown. `html` has been tidied: its addresses are full, and code, forms and
 * what is hidden are gone. `article`: the page says that it is one. `readability`: whether its main part may be looked for.
 */
export default function readPage({ html, article, readability, links, images }) {
  const document = parsed(html);
  const whole = document.body.textContent.trim().length;
  const readable = readability && (article || isProbablyReaderable(document));
  const found = readable ? mainPart(document) : null;
  const taken = found !== null && (found.length >= SHORT || found.length * 2 >= whole);
  // Looking for the main part takes the page apart.
  const root = taken ? found.content : readable ? parsed(html).body : document.body;
  const pictures = [...root.querySelectorAll("img[src]")];
  const told = {
    method: taken ? "readability" : "body",
    title: taken ? found.title : null,
    byline: taken ? found.byline : null,
    excerpt: taken ? found.excerpt : null,
    links: listed(root.querySelectorAll("a[href]"), (link) => ({ url: link.getAttribute("href"), text: words(link.textContent) })),
    images: listed(pictures, (image) => ({
      url: image.getAttribute("src"),
      alt: words(image.getAttribute("alt")),
    })),
  };
  if (!images) for (const picture of pictures) picture.remove();
  return { ...told, markdown: markdownWriter({ links })(root) };
}

function parsed(html) {
  const { document } = parseHTML(html.replaceAll(CELL, "").replaceAll(ROW, ""));
  // A text comes in pieces, one for each entity in it, and what has to be escaped is seen in the whole only.
  document.documentElement.normalize();
  return document;
}

/** The main part of a page, or null. Its line about the author stays in it, and is told besides. */
function mainPart(document) {
  const reader = new Readability(document, { keepClasses: true, disableJSONLD: true, serializer: (node) => node });
  const isByline = reader._isValidByline;
  let byline = null;
  reader._isValidByline = (node, names) => {
    if (isByline?.call(reader, node, names)) byline ??= words(node.textContent);
    return false;
  };
  const found = reader.parse();
  return found && { ...found, byline };
}

/** Each address once, in the order of the page, and how many there are. */
function listed(elements, read) {
  const seen = new Map();
  for (const element of elements) {
    const one = read(element);
    if (!seen.has(one.url)) seen.set(one.url, one);
  }
  return { total: seen.size, first: [...seen.values()].slice(0, MOST_LISTED) };
}

function words(text) {
  return (text ?? "").slice(0, 1_000).replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
