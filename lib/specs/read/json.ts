/** An object of a document. Its names were chosen by a stranger: it is asked with `own`, never with a dot. */
export type Dict = { readonly [name: string]: unknown };

export function isDict(value: unknown): value is Dict {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function own(value: unknown, name: string): unknown {
  return isDict(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function ownText(value: unknown, name: string): string {
  const text = own(value, name);
  return typeof text === "string" ? text : "";
}

export function ownList(value: unknown, name: string): readonly unknown[] {
  const list = own(value, name);
  return Array.isArray(list) ? list : [];
}

export function ownEntries(value: unknown, name: string): [string, unknown][] {
  const dict = own(value, name);
  return isDict(dict) ? Object.entries(dict) : [];
}

/** Names that can't be put into an object without care, anywhere. */
export function isTrap(name: string): boolean {
  return name === "__proto__" || name === "constructor" || name === "prototype";
}

/** A step of a JSON pointer. */
export function step(name: string | number): string {
  return `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
