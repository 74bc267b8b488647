import { type DataItem, isItem } from "../../../web/structured/types";
import { type Issue, issue, shown } from "../issues";
import { step } from "../needs";
import { faultOf } from "./faultOf";
import { kindOf } from "./kinds";

const DEEPEST = 6;
const MOST_LOOKS = 3_000;

/**
 * Every plain value of an item and of what stands in it, held against what it has to look like. `needed`: properties that
 * search engines need or ask for, by their paths without places in lists: a bad value there counts as an error.
 */
export function checkValues(item: DataItem, needed: ReadonlySet<string>): Issue[] {
  const found: Issue[] = [];
  const seen = new Set<DataItem>();
  let looks = 0;
  const look = (one: DataItem, path: string, plainPath: string, depth: number): void => {
    if (seen.has(one) || depth > DEEPEST) return;
    seen.add(one);
    for (const [name, values] of one.properties) {
      const kind = kindOf(name);
      for (const [index, value] of values.entries()) {
        looks += 1;
        if (looks > MOST_LOOKS) return;
        const at = step(path, name, values.length > 1 ? index : null);
        const plainAt = plainPath ? `${plainPath}.${name}` : name;
        if (isItem(value)) look(value, at, plainAt, depth + 1);
        else if (kind) {
          const fault = faultOf(value, kind);
          if (fault)
            found.push(
              issue(needed.has(plainAt) ? "error" : "warning", "value.form", `${name} is "${shown(value)}".`, { path: at, ...fault }),
            );
        }
      }
    }
    found.push(...ratingFaults(one, path));
  };
  look(item, "", "", 0);
  return found;
}

/** A rating lies between its worst and its best, which are 1 and 5 where nothing is said. */
function ratingFaults({ properties }: DataItem, path: string): Issue[] {
  const number = (name: string) => {
    const value = properties.get(name)?.[0];
    return value === undefined || isItem(value) || value === "" ? null : Number(value);
  };
  const value = number("ratingValue");
  const [worst, best] = [number("worstRating") ?? 0, number("bestRating") ?? 5];
  if (value === null || ![value, worst, best].every(Number.isFinite) || (value >= worst && value <= best)) return [];
  return [
    issue("error", "value.range", `A rating of ${value} lies outside of ${worst} to ${best}.`, {
      path: step(path, "ratingValue", null),
      why: "Search engines don't show a rating that can't be.",
      mend: best === 5 && value > 5 ? "Say the scale in bestRating, or mend the value." : "Mend the value or the scale.",
    }),
  ];
}
