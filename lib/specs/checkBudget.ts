/** The check takes more steps than its bounds allow. */
export class TooMuch extends Error {}

const LEAST = 50_000;
const MOST = 2_000_000;
/** Steps for each value of what is checked: ten schemas hold for it, and some more. */
const EACH = 25;

/** How many steps a check may take: some for each value there is, so that only what grows beyond all measure runs out. */
export class Budget {
  private left: number;

  constructor(value: unknown) {
    this.left = Math.min(MOST, LEAST + EACH * countOf(value));
  }

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new TooMuch();
  }

  /** Whether two values are the same JSON. */
  same(a: unknown, b: unknown): boolean {
    this.spend(1);
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    return names.every((name) => Object.hasOwn(b, name) && this.same(a[name as keyof typeof a], b[name as keyof typeof b]));
  }

  /** Whether a list holds the same twice. */
  repeats(list: readonly unknown[]): boolean {
    const plain = new Set<unknown>();
    const others: unknown[] = [];
    for (const item of list) {
      this.spend(1);
      const known = typeof item === "object" && item !== null ? others.some((other) => this.same(other, item)) : plain.has(item);
      if (known) return true;
      if (typeof item === "object" && item !== null) others.push(item);
      else plain.add(item);
    }
    return false;
  }
}

/** How many values there are in it, as far as that matters. */
function countOf(value: unknown): number {
  const open = [value];
  let count = 0;
  for (let at = open.pop(); at !== undefined && count < MOST / EACH; at = open.pop()) {
    count++;
    if (typeof at === "object" && at !== null) for (const item of Object.values(at)) open.push(item ?? null);
  }
  return count;
}
