import Turndown from "turndown";
import { tableRules } from "./tables.mjs";

/** What a page says about the language of its code: in the names of the block or of what it stands in. */
const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush:)-?\s?([\w+#.-]{1,30})/;

/** A writer of Markdown. `links`: whether their addresses are kept. One writer writes one page. */
export function markdownWriter({ links }) {
  const service = new Turndown({ headingStyle: "atx", hr: "---", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" });
  const escaped = service.escape.bind(service);
  // What looks like mark-up or an entity was plain text on the page, and has to stay that.
  service.escape = (text) =>
    escaped(text)
      .replace(/<(?=[a-z/!?])/gi, "\\<")
      .replace(/&(?=#?\w{1,32};)/g, "\\&");
  service.addRule("strikethrough", { filter: ["del", "s", "strike"], replacement: (content) => (content.trim() ? `~~${content}~~` : "") });
  service.addRule("tick", { filter: "input", replacement: (_, box) => (box.hasAttribute("checked") ? "[x] " : "[ ] ") });
  service.addRule("inlineCode", {
    filter: (node) => node.nodeName === "CODE" && !node.closest("pre"),
    replacement: (_, code) => inlineCode(code),
  });
  service.addRule("code", { filter: "pre", replacement: (_, block) => codeBlock(block) });
  service.addRule("listItem", { filter: "li", replacement: listItems() });
  service.addRule("term", { filter: "dt", replacement: (content) => (content.trim() ? `\n\n**${content.trim()}**\n\n` : "") });
  service.addRule("image", { filter: "img", replacement: (_, image) => picture(image, service) });
  service.addRule("link", {
    filter: (node) => node.nodeName === "A",
    replacement: (content, link) => (links && link.getAttribute("href") ? linked(content, link.getAttribute("href")) : content),
  });
  for (const [name, rule] of Object.entries(tableRules())) service.addRule(name, rule);
  return (root) => service.turndown(root).trim();
}

function codeBlock(block) {
  for (const br of block.querySelectorAll("br")) br.replaceWith(block.ownerDocument.createTextNode("\n"));
  const code = block.textContent.replace(/^\n/, "").trimEnd();
  if (code.trim() === "") return "";
  let fence = "```";
  for (const run of code.match(/`{3,}/g) ?? []) if (run.length >= fence.length) fence = "`".repeat(Math.min(run.length, 200) + 1);
  return `\n\n${fence}${languageOf(block)}\n${code}\n${fence}\n\n`;
}

/** What is emphasised within code is code. */
function inlineCode(element) {
  const code = element.textContent.split(/\s+/).join(" ").trim();
  if (code === "") return "";
  let mark = "`";
  while (code.includes(mark) && mark.length < 100) mark += "`";
  const pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${mark}${pad}${code}${pad}${mark}`;
}

function languageOf(block) {
  const inner = block.querySelector("code");
  for (const element of [inner, block, block.parentElement, block.parentElement?.parentElement]) {
    if (!element?.getAttribute) continue;
    const named = element.getAttribute("data-lang") ?? element.getAttribute("data-language");
    if (named && /^[\w+#.-]{1,30}$/.test(named)) return named.toLowerCase();
    const found = LANGUAGE.exec((element.getAttribute("class") ?? "").slice(0, 500));
    if (found) return found[1].toLowerCase();
  }
  return "";
}

/** Numbers are counted along: asking a list again for each of its items takes the square of their number. */
function listItems() {
  const counts = new WeakMap();
  return (content, item) => {
    const list = item.parentNode;
    const start = Number.parseInt(list.getAttribute?.("start") ?? "1", 10);
    const number = counts.get(list) ?? (Number.isInteger(start) ? start : 1);
    counts.set(list, number + 1);
    const mark = list.nodeName === "OL" ? `${number}. ` : "- ";
    const lines = content.trim().split("\n");
    const inner = lines.map((line, index) => (index === 0 || line.trim() === "" ? line.trimEnd() : " ".repeat(mark.length) + line));
    return `${mark}${inner.join("\n")}\n`;
  };
}

function picture(image, service) {
  const alt = service.escape((image.getAttribute("alt") ?? "").slice(0, 1_000).split(/\s+/).join(" ").trim());
  return `![${alt}](${target(image.getAttribute("src"))})`;
}

/** A link may hold whole blocks on a page, and one line in Markdown. */
function linked(content, href) {
  const text = content
    .split("\n")
    .map((line) => line.trim().replace(/^(?:#{1,6}|[->+*]|\d{1,9}\.) /, ""))
    .filter(Boolean)
    .join(" ");
  return text === "" ? "" : `[${text}](${target(href)})`;
}

function target(address) {
  return address.replace(/[()<>\\ ]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
