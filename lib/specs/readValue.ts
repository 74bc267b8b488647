import type { InputPart, OwnSchema } from "@/lib/gateway/types";
import { partStyle } from "./partStyle";
import { allowsScalar, itemsOf, propertyNames, propertyOf, readJsonText, readText } from "./readText";
import { isObject } from "./schemaNodes";

/** Names and values of a query or a form, of which each part takes its own; what is left belongs to nobody. */
export type Pairs = Map<string, string[]>;

export type Read = { value?: unknown; fault?: string };

/** The way back of `writePairs`. `others`: names that belong to other parts. */
export function readPairs(part: InputPart, root: OwnSchema, pairs: Pairs, others: ReadonlySet<string>): Read {
  const schema = ownOf(root, part.key);
  const { style, explode, delimiter } = partStyle(part);
  if (style === "deepObject") return readDeep(part, schema, root, pairs);
  const items = itemsOf(schema, root);
  const object = propertyOf(schema, root, "") !== null || propertyNames(schema, root).length > 0;
  if (object && explode && style !== "json" && !pairs.has(part.name)) return readSpread(schema, root, pairs, others);
  const texts = take(pairs, part.name);
  if (texts === undefined) return {};
  if (items && style !== "json" && (explode || texts.length > 1) && !(texts.length === 1 && allowsScalar(schema, root))) {
    return { value: texts.map((text) => readText(items, root, text)) };
  }
  if (texts.length > 1) return { fault: "It is given more than once." };
  const text = texts[0] ?? "";
  if (style === "json") return { value: readJsonText(text) };
  if (delimiter !== null && !explode) return { value: readCut(schema, root, text.split(delimiter), text) };
  return { value: readText(schema, root, text) };
}

/** Whether a part is an object that may have names nobody described. */
export function isOpen(part: InputPart, root: OwnSchema): boolean {
  return propertyOf(ownOf(root, part.key), root, "") !== null;
}

/** The way back of `writeText`; `decode` is for what stands between commas. */
export function readPlain(part: InputPart, root: OwnSchema, text: string, decode: (text: string) => string): unknown {
  const schema = ownOf(root, part.key);
  const { style, explode } = partStyle(part);
  if (style === "json") return readJsonText(decode(text));
  const pieces = text.split(",");
  if (!explode || itemsOf(schema, root)) return readCut(schema, root, pieces.map(decode), decode(text));
  if (propertyOf(schema, root, "") === null && propertyNames(schema, root).length === 0) return readText(schema, root, decode(text));
  const entries = pieces.map((piece) => {
    const at = piece.indexOf("=");
    return at < 0 ? [decode(piece), ""] : [decode(piece.slice(0, at)), decode(piece.slice(at + 1))];
  });
  return objectOf(schema, root, entries);
}

/** What was one text with delimiters: a list, an object (`name,value,…`) or, where the schema wants neither, the text. */
function readCut(schema: unknown, root: OwnSchema, pieces: string[], whole: string): unknown {
  const items = itemsOf(schema, root);
  if (items && !(pieces.length === 1 && allowsScalar(schema, root))) return pieces.map((piece) => readText(items, root, piece));
  const object = propertyOf(schema, root, "") !== null || propertyNames(schema, root).length > 0;
  if (!object || pieces.length % 2 === 1) return readText(schema, root, whole);
  return objectOf(
    schema,
    root,
    pieces.flatMap((piece, at) => (at % 2 === 0 ? [[piece, pieces[at + 1] ?? ""]] : [])),
  );
}

/** An object whose properties are parameters of their own: its described names, and all that nobody else takes if it is open. */
function readSpread(schema: unknown, root: OwnSchema, pairs: Pairs, others: ReadonlySet<string>): Read {
  const described = propertyNames(schema, root);
  const open = propertyOf(schema, root, "") !== null;
  const names = [...pairs.keys()].filter((name) => described.includes(name) || (open && !others.has(name)));
  const entries: string[][] = [];
  for (const name of names) {
    const texts = take(pairs, name) ?? [];
    if (texts.length > 1) return { fault: `“${name.slice(0, 60)}” is given more than once.` };
    entries.push([name, texts[0] ?? ""]);
  }
  return entries.length === 0 ? {} : { value: objectOf(schema, root, entries) };
}

function objectOf(schema: unknown, root: OwnSchema, entries: string[][]): unknown {
  return Object.fromEntries(entries.map(([name = "", text = ""]) => [name, readText(propertyOf(schema, root, name) ?? {}, root, text)]));
}

type Tree = { texts: string[]; below: Map<string, Tree> };

function readDeep(part: InputPart, schema: unknown, root: OwnSchema, pairs: Pairs): Read {
  const tree: Tree = { texts: [], below: new Map() };
  for (const name of [...pairs.keys()]) {
    if (name !== part.name && !name.startsWith(`${part.name}[`)) continue;
    const rest = name.slice(part.name.length);
    if (!/^(\[[^[\]]*\])*$/.test(rest)) continue;
    const steps = rest === "" ? [] : rest.slice(1, -1).split("][");
    if (steps.length > 10) return { fault: "It is nested too deep." };
    let at = tree;
    for (const step of steps) {
      const next = at.below.get(step) ?? { texts: [], below: new Map() };
      at.below.set(step, next);
      at = next;
    }
    at.texts.push(...(take(pairs, name) ?? []));
  }
  if (tree.texts.length === 0 && tree.below.size === 0) return {};
  return { value: grown(tree, schema, root) };
}

function grown(tree: Tree, schema: unknown, root: OwnSchema): unknown {
  const items = itemsOf(schema, root);
  const names = [...tree.below.keys()];
  const counted = names.every((name) => name === "" || /^\d{1,6}$/.test(name));
  if (items && counted && (names.length > 0 || tree.texts.length > 1 || !allowsScalar(schema, root))) {
    const sorted = names.sort((a, b) => Number(a) - Number(b)).map((name) => tree.below.get(name) as Tree);
    const below = sorted.flatMap((next) =>
      next.below.size > 0 ? [grown(next, items, root)] : next.texts.map((text) => readText(items, root, text)),
    );
    return [...tree.texts.map((text) => readText(items, root, text)), ...below];
  }
  if (names.length === 0) return readText(schema, root, tree.texts.at(-1) ?? "");
  return Object.fromEntries([...tree.below].map(([name, next]) => [name, grown(next, propertyOf(schema, root, name) ?? {}, root)]));
}

function take(pairs: Pairs, name: string): string[] | undefined {
  const texts = pairs.get(name);
  pairs.delete(name);
  return texts;
}

function ownOf(root: OwnSchema, key: string): unknown {
  const { properties } = root;
  return isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : {};
}
