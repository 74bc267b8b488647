import { isTrap } from "./json";

const LONGEST = 60;

/** A name for addresses, from an operation's id or its method and path: `listPetsByTag` → `list-pets-by-tag`. */
export function nameOf(id: string, method: string, path: string, taken: Set<string>): string {
  const base = kebab(id) || kebab(`${method} ${path}`) || method.toLowerCase();
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base.slice(0, LONGEST - 6)}-${count}`;
  taken.add(name);
  return name;
}

function kebab(text: string): string {
  const words = text
    .slice(0, 300)
    .normalize("NFKD")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-+/, "").slice(0, LONGEST).replace(/-+$/, "");
}

/** A name in the flat input, that agents' tool calls take too: letters, digits, `_`, `.` and `-`, at most 64. */
export function keyOf(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[^A-Za-z0-9_.-]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 60) || "value";
  const base = isTrap(plain) ? `${plain}_` : plain;
  let key = base;
  for (let count = 2; taken.has(key); count++) key = `${base}_${count}`;
  taken.add(key);
  return key;
}
