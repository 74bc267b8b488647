import { type Document, isMap, isNode, isPair, isScalar, isSeq, type LineCounter, type Node } from "yaml";

/** The lines, from 1, on which what the pointers name begins; what is not found is not in it. */
export type LinesOf = (pointers: readonly string[]) => Map<string, number>;

type Wanted = { pointers: string[]; below: Map<string, Wanted> };

/** One walk over the text, however many pointers there are. The text is valid JSON. */
export function linesInJson(text: string, pointers: readonly string[]): Map<string, number> {
  const lines = new Map<string, number>();
  const open: { wanted: Wanted | null; index: number; list: boolean }[] = [];
  let next: Wanted | null = wantedOf(pointers);
  let line = 1;
  let key: string | null = null;
  const found = (wanted: Wanted | null) => {
    for (const pointer of wanted?.pointers ?? []) lines.set(pointer, line);
  };
  const value = () => {
    const top = open.at(-1);
    if (top?.list) next = top.wanted?.below.get(String(top.index++)) ?? null;
    // What has a name was found where its name stands.
    if (!top || top.list) found(next);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) line++;
    else if (code === 0x7b || code === 0x5b) {
      value();
      open.push({ wanted: next, index: 0, list: code === 0x5b });
    } else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x22) {
      const end = endOfText(text, at);
      const top = open.at(-1);
      if (top && !top.list && key === null) {
        key = "";
        next = top.wanted === null ? null : (top.wanted.below.get(JSON.parse(text.slice(at, end + 1)) as string) ?? null);
        found(next);
      } else value();
      at = end;
    } else if (code === 0x2c) key = null;
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39) || code === 0x74 || code === 0x66 || code === 0x6e) {
      value();
      while (at + 1 < text.length && /[\w.+-]/.test(text.charAt(at + 1))) at++;
    }
    if (code === 0x7b || code === 0x7d || code === 0x5d) key = code === 0x7b ? null : "";
  }
  return lines;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return at;
}

function wantedOf(pointers: readonly string[]): Wanted {
  const root: Wanted = { pointers: [], below: new Map() };
  for (const pointer of pointers) {
    let at = root;
    for (const name of stepsOf(pointer)) {
      const below = at.below.get(name) ?? { pointers: [], below: new Map() };
      at.below.set(name, below);
      at = below;
    }
    at.pointers.push(pointer);
  }
  return root;
}

export function linesInYaml(document: Document.Parsed, counter: LineCounter, pointers: readonly string[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const pointer of pointers) {
    const start = startOf(document, stepsOf(pointer));
    if (start !== null) lines.set(pointer, counter.linePos(start).line);
  }
  return lines;
}

/** Where the last step's name stands, or the item of a list. */
function startOf(document: Document.Parsed, steps: string[]): number | null {
  let at: unknown = document.contents;
  let start = rangeOf(at);
  for (const name of steps) {
    if (isNode(at) && "resolve" in at) at = (at as unknown as { resolve: (of: Document) => Node | undefined }).resolve(document);
    if (isMap(at)) {
      const pair = at.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
      if (!pair) return start;
      start = rangeOf(pair.key) ?? start;
      at = pair.value;
    } else if (isSeq(at)) {
      at = at.items[Number(name)];
      start = rangeOf(at) ?? start;
    } else return start;
  }
  return start;
}

function rangeOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}
