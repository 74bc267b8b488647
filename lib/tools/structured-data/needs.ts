import { type DataItem, type DataValue, isItem } from "../../web/structured/types";
import type { Need } from "./rules/types";

type ReadNeed = { at: string[]; any: string[][] };

const known = new Map<Need, ReadNeed>();

function readNeed(need: Need): ReadNeed {
  const kept = known.get(need);
  if (kept) return kept;
  const parts = need.split(" > ");
  const read = {
    at: parts.slice(0, -1).flatMap((part) => part.split(".")),
    any: (parts.at(-1) ?? "").split("|").map((path) => path.split(".")),
  };
  known.set(need, read);
  return read;
}

/** More things of one kind say nothing new. */
const MOST_PARTS = 200;

export type Gap = {
  /** With places in lists: `offers[1].price`. */
  path: string;
  /** What would fill it. */
  any: string[];
  /** The part in which it is missing is a mere text, or only a name for something that the page does not describe. */
  instead: "text" | "reference" | null;
};

/** Where a need is not met; nothing where it is, and nothing where the part that it is about is not there at all. */
export function gapsOf(item: DataItem, need: Need): Gap[] {
  const { at, any } = readNeed(need);
  const words = any.map((path) => path.join("."));
  return partsAt(item, at).flatMap(({ value, path }): Gap[] => {
    const where = (inner: string) => (path ? `${path}.${inner}` : inner);
    if (!isItem(value)) return [{ path, any: words, instead: "text" }];
    if (value.reference) return [{ path, any: words, instead: "reference" }];
    return any.some((inner) => holds(value, inner)) ? [] : [{ path: where(words[0] ?? ""), any: words, instead: null }];
  });
}

/** Every property that a need is about, without places in lists: `offers.price`. */
export function pathsOf(need: Need): string[] {
  const { at, any } = readNeed(need);
  return any.map((path) => [...at, ...path].join("."));
}

function partsAt(item: DataItem, at: readonly string[]): { value: DataValue; path: string }[] {
  return at.reduce<{ value: DataValue; path: string }[]>(
    (parts, name) =>
      parts.slice(0, MOST_PARTS).flatMap(({ value, path }) => {
        const values = isItem(value) ? (value.properties.get(name) ?? []) : [];
        return values.slice(0, MOST_PARTS).map((one, index) => ({ value: one, path: step(path, name, values.length > 1 ? index : null) }));
      }),
    [{ value: item, path: "" }],
  );
}

function holds(item: DataItem, path: readonly string[]): boolean {
  const [name = "", ...rest] = path;
  const values = item.properties.get(name) ?? [];
  if (rest.length === 0) return values.some((value) => (typeof value === "string" ? value.trim() !== "" : true));
  return values.some((value) => isItem(value) && holds(value, rest));
}

export function step(path: string, name: string, index: number | null): string {
  return `${path ? `${path}.` : ""}${name}${index === null ? "" : `[${index}]`}`;
}
