import type { JsonSchema } from "@/lib/tools/define";

/** Schemas for `components/schemas`, by name, and what was made of one that stands by itself. */
export type Homed = { schema: JsonSchema; components: Record<string, JsonSchema> };

const OWN = "#/$defs/";

/**
 * A schema that stands by itself, made fit for a document: what it keeps below `$defs` moves to the document's components
 * under names that begin with `prefix`, and is referred to there.
 */
export function atHome(schema: JsonSchema, prefix: string): Homed {
  const { $defs, ...bare } = schema;
  const defs = typeof $defs === "object" && $defs !== null ? ($defs as Record<string, JsonSchema>) : {};
  const nameOf = (key: string) => `${prefix}${key.replace(/[^a-zA-Z0-9._-]/g, "_")}`;
  const referred = (ref: string) =>
    ref.startsWith(OWN)
      ? `#/components/schemas/${nameOf(decodeURIComponent(ref.slice(OWN.length)).replaceAll("~1", "/").replaceAll("~0", "~"))}`
      : ref;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === "$ref" && typeof inner === "string" ? referred(inner) : walk(inner)]),
    );
  };
  const components = Object.entries(defs).map(([key, def]) => [nameOf(key), walk(def) as JsonSchema] as const);
  return { schema: walk(bare) as JsonSchema, components: Object.fromEntries(components) };
}
