import type { LinkElement } from "../facts";

const LONGEST = 8_192;
const MOST = 100;

/** What a Link header says, as link elements. Read letter by letter: commas and semicolons may stand inside addresses and quotes. */
export function linkHeader(header: string | undefined): LinkElement[] {
  if (!header) return [];
  return entries(header.slice(0, LONGEST), ",")
    .slice(0, MOST)
    .flatMap((entry) => readEntry(entry) ?? []);
}

function readEntry(entry: string): LinkElement | null {
  const [target = "", ...parameters] = entries(entry, ";").map((part) => part.trim());
  if (!target.startsWith("<") || !target.endsWith(">")) return null;
  const named = new Map(parameters.map((parameter) => readParameter(parameter)));
  return {
    rel: (named.get("rel") ?? "").toLowerCase().split(/\s+/).filter(Boolean),
    href: target.slice(1, -1).trim(),
    hreflang: named.get("hreflang") ?? null,
    inHead: true,
    fromHeader: true,
    selector: "Link",
    snippet: `Link: ${entry.trim()}`.slice(0, 180),
  };
}

function readParameter(text: string): [string, string] {
  const equals = text.indexOf("=");
  if (equals < 0) return [text.toLowerCase(), ""];
  const value = text.slice(equals + 1).trim();
  return [text.slice(0, equals).trim().toLowerCase(), value.startsWith('"') ? value.slice(1, value.endsWith('"') ? -1 : undefined) : value];
}

/** Splits where neither an address nor a quotation is open. */
function entries(text: string, separator: "," | ";"): string[] {
  const parts: string[] = [];
  let start = 0;
  let open: ">" | '"' | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (open) {
      if (letter === open) open = null;
    } else if (letter === "<") open = ">";
    else if (letter === '"') open = '"';
    else if (letter === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
