import { cleanText } from "../../cleanText";
import { type DataItem, type DataValue, isItem } from "../../web/structured/types";

const MOST_NODES = 150;
const MOST_VALUES = 20;
const DEEPEST = 6;
const LONGEST = 500;

export type PlainItem = { properties: Record<string, unknown>; cut: boolean };

/** An item as JSON that says what was read, as much of it as people look at. Things that stand in themselves end with their name. */
export function plainItem(item: DataItem): PlainItem {
  let left = MOST_NODES;
  let cut = false;
  const inside = new Set<DataItem>();
  const shorten = (text: string) => {
    if (text.length > LONGEST) cut = true;
    return cleanText(text, LONGEST);
  };
  const plainValue = (value: DataValue): unknown => {
    if (!isItem(value)) return typeof value === "string" ? shorten(value) : value;
    const name = value.id === null ? {} : { "@id": shorten(value.id) };
    if (value.reference || inside.has(value)) return name;
    const types = value.types.map(shorten);
    return { ...(types.length > 0 ? { "@type": types.length === 1 ? types[0] : types } : {}), ...name, ...propertiesOf(value) };
  };
  const propertiesOf = (one: DataItem): Record<string, unknown> => {
    if (inside.size >= DEEPEST) cut = true;
    if (inside.size >= DEEPEST) return {};
    inside.add(one);
    const told: [string, unknown][] = [];
    for (const [name, values] of one.properties) {
      left -= 1;
      if (left < 0 || values.length > MOST_VALUES) cut = true;
      // A name like this would be a name of JavaScript's own to whoever reads the answer.
      if (left < 0 || name === "__proto__") continue;
      const shown = values.slice(0, MOST_VALUES).map(plainValue);
      told.push([cleanText(name, 100), shown.length === 1 ? shown[0] : shown]);
    }
    inside.delete(one);
    return Object.fromEntries(told);
  };
  const properties = propertiesOf(item);
  return { properties, cut };
}
