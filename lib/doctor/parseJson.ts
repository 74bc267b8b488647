/** Deeper than anything that is meant to be read; what goes on would break whoever walks it. */
const MOST_LEVELS = 64;

/** JSON from a stranger; undefined for what is none, or is nested without end. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return levelsOf(value) > MOST_LEVELS ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Level by level and not by calling itself, so that no depth can end it. */
function levelsOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth += 1) {
    const objects = level.filter((one) => typeof one === "object" && one !== null);
    if (objects.length === 0 || depth > MOST_LEVELS) return depth;
    level = objects.flatMap((one) => Object.values(one as object));
  }
}
