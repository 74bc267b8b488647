import { type DataItem, isItem } from "../../web/structured/types";
import { headOf } from "./rules/families";

/** Properties whose things stand for themselves: a trail in a page, a video in an article, a recipe in a list. */
const CARRIERS = new Set([
  "mainEntity",
  "mainEntityOfPage",
  "breadcrumb",
  "hasPart",
  "video",
  "subjectOf",
  "itemListElement",
  "item",
  "about",
]);
const DEEPEST = 5;
const MOST = 2_000;

/** Everything on a page that is judged by itself: what stands alone, and within it what search engines look for there. */
export function listItems(tops: readonly DataItem[]): { item: DataItem; where: string }[] {
  const listed = new Map<DataItem, string>();
  const look = (item: DataItem, where: string, depth: number): void => {
    if (listed.has(item) || listed.size >= MOST) return;
    listed.set(item, where);
    within(item, where, depth);
  };
  const within = (item: DataItem, where: string, depth: number): void => {
    if (depth >= DEEPEST) return;
    for (const [name, values] of item.properties) {
      if (!CARRIERS.has(name)) continue;
      for (const value of values) {
        if (!isItem(value) || value.reference) continue;
        const inner = `${where}, in ${name}`;
        if (standsForItself(item, name, value)) look(value, inner, depth + 1);
        else within(value, inner, depth + 1);
      }
    }
  };
  for (const item of tops) look(item, item.where, 0);
  return [...listed].map(([item, where]) => ({ item, where }));
}

/** A person that a profile is about is part of the profile, and a question part of its page. */
function standsForItself(outer: DataItem, name: string, inner: DataItem): boolean {
  if (name === "mainEntity" && outer.types.some((type) => type === "ProfilePage" || type === "FAQPage")) return false;
  return inner.types.some(
    (type) => headOf(type) !== null && !["Person", "Organization", "Review", "AggregateRating"].includes(headOf(type) ?? ""),
  );
}
