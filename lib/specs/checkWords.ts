import { isObject } from "./schemaNodes";

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isNull(schema: unknown): boolean {
  return isObject(schema) && schema.type === "null";
}

export function below(field: string, name: string | number): string {
  return (field ? `${field}.${String(name).slice(0, 100)}` : String(name).slice(0, 100)).slice(0, 300);
}

export function shown(choices: unknown[]): string {
  const some = choices.slice(0, 12).map((choice) => JSON.stringify(choice)?.slice(0, 60));
  return `${some.join(", ")}${choices.length > some.length ? ", …" : ""}`;
}
