import { setImmediate } from "node:timers/promises";
import { type CheerioAPI, type CheerioOptions, load, stringStream } from "cheerio";

export type LoadedHtml = {
  $: CheerioAPI;
  /** The page has more elements, or nests deeper, than is read: what is here is its beginning. */
  cut: boolean;
};

type Adapter = NonNullable<CheerioOptions["treeAdapter"]>;
type Node = Parameters<Adapter["appendChild"]>[1];

const MOST_ELEMENTS = 100_000;
/** As deep as browsers go. Walks over the tree call themselves once a level. */
const DEEPEST = 512;
/** A page of 2 MB takes a quarter of it. Some mark-up takes a time that grows with the square of its length. */
const BUDGET_MS = 2_000;
/** Between two parts the others get their turn, and the budget is looked at. */
const PART = 4_096;
const TURN_MS = 25;

class TooMuch extends Error {}

/**
 * Parses a page as browsers do, within bounds: a few hundred bytes of unclosed tags can be made to stand for millions
 * of elements, and a tag of many attributes for minutes of work, so both are counted while the tree grows.
 */
export async function loadHtml(html: string): Promise<LoadedHtml> {
  const { adapter, grown } = counted(usualAdapter());
  let done: (error: Error | null | undefined, $: CheerioAPI) => void = () => {};
  const parsed = new Promise<CheerioAPI>((resolve, reject) => {
    done = (error, $) => (error ? reject(error) : resolve($));
  });
  const stream = stringStream({ treeAdapter: adapter }, (error, $) => done(error, $));
  try {
    await writeParts(html, (part) => void stream.write(part));
    stream.end();
    return { $: await parsed, cut: false };
  } catch (error) {
    const document = grown();
    if (!(error instanceof TooMuch) || !document) throw error;
    return { $: load(document), cut: true };
  }
}

async function writeParts(html: string, write: (part: string) => void): Promise<void> {
  let used = 0;
  let turn = 0;
  for (let at = 0; at < html.length; at += PART) {
    const began = performance.now();
    write(html.slice(at, at + PART));
    const took = performance.now() - began;
    used += took;
    turn += took;
    if (used > BUDGET_MS) throw new TooMuch();
    if (turn < TURN_MS) continue;
    turn = 0;
    await setImmediate();
  }
}

/** cheerio writes the tree that it builds by default into the options that it is given. */
function usualAdapter(): Adapter {
  const options: CheerioOptions = {};
  const { treeAdapter } = Object.assign(options, load("", options)._options as CheerioOptions);
  if (!treeAdapter) throw new Error("cheerio did not name its tree adapter");
  return treeAdapter;
}

function counted(plain: Adapter): { adapter: Adapter; grown: () => ReturnType<Adapter["createDocument"]> | null } {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  let document: ReturnType<Adapter["createDocument"]> | null = null;
  const place = (parent: object, child: Node) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) throw new TooMuch();
    depths.set(child, depth);
  };
  const adapter: Adapter = {
    ...plain,
    createDocument: () => {
      document = plain.createDocument();
      return document;
    },
    createElement: (...given) => {
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new TooMuch();
      return plain.createElement(...given);
    },
    appendChild: (parent, child) => {
      place(parent, child);
      plain.appendChild(parent, child);
    },
    insertBefore: (parent, child, before) => {
      place(parent, child);
      plain.insertBefore(parent, child, before);
    },
  };
  return { adapter, grown: () => document };
}
