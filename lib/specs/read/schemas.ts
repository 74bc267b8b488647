import type { OwnSchema } from "@/lib/gateway/types";
import { atPointer } from "../schemaNodes";
import { isDict, isTrap, own, ownEntries, ownList } from "./json";
import { SCHEMA_LISTS, SCHEMA_MAPS, SCHEMAS } from "./keywords";
import { type Dialect, nullableOf, scalarWords } from "./schemaWords";

/** In an input what only the server writes is left out, in an output what only the caller writes. */
export type Side = "input" | "output";

/** The most that one operation's schema may hold. */
const MOST_NODES = 20_000;

export type Made = { schema: OwnSchema; nodes: number; refs: Set<string> };

/**
 * Makes schemas of a document's own into ones that stand by themselves. What is referred to is made once for the whole
 * document and each side, and goes along with whoever needs it.
 */
export class Schemas {
  readonly lost = new Map<string, string>();
  private readonly made = { input: new Map<string, Made>(), output: new Map<string, Made>() };
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly document: unknown,
    private readonly dialect: Dialect,
  ) {}

  /** One schema, whose references lead below `$defs` of whoever takes it. `size`: null where it is too large to be kept. */
  make(value: unknown, side: Side): Made | null {
    const made: Made = { schema: {}, nodes: 0, refs: new Set() };
    const schema = this.convert(value, side, made, 0);
    return schema === null ? null : { ...made, schema };
  }

  /** The definitions that some schemas need, all that those need among them; null where they are too large together. */
  definitions(made: readonly Made[], side: Side): Record<string, OwnSchema> | null {
    const found = new Map<string, OwnSchema>();
    const open = made.flatMap(({ refs }) => [...refs]);
    let nodes = made.reduce((sum, one) => sum + one.nodes, 0);
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      const name = this.nameOf(ref);
      if (found.has(name)) continue;
      const target = this.target(ref, side);
      if (!target) return null;
      nodes += target.nodes;
      if (nodes > MOST_NODES) return null;
      found.set(name, target.schema);
      open.push(...target.refs);
    }
    return Object.fromEntries(found);
  }

  private target(ref: string, side: Side): Made | null {
    const kept = this.made[side].get(ref);
    if (kept) return kept;
    const value = atPointer(this.document, ref);
    if (value === undefined) this.lost.set(ref, ref);
    const made = value === undefined ? { schema: {}, nodes: 1, refs: new Set<string>() } : this.make(value, side);
    if (made) this.made[side].set(ref, made);
    return made;
  }

  private nameOf(ref: string): string {
    const known = this.names.get(ref);
    if (known) return known;
    const last = ref.split("/").at(-1) ?? "";
    const base = last.replace(/[^A-Za-z0-9_.-]+/g, "_").slice(0, 60) || "schema";
    let name = isTrap(base) ? `${base}_` : base;
    for (let count = 2; this.taken.has(name); count++) name = `${base}_${count}`;
    this.names.set(ref, name);
    this.taken.add(name);
    return name;
  }

  private convert(value: unknown, side: Side, made: Made, depth: number): OwnSchema | null {
    made.nodes++;
    if (made.nodes > MOST_NODES || depth > 120) return null;
    if (value === false) return { not: {} };
    if (!isDict(value)) return {};
    const ref = own(value, "$ref");
    if (typeof ref === "string") {
      made.refs.add(ref);
      const pointing: OwnSchema = { $ref: `#/$defs/${this.nameOf(ref)}` };
      if (this.dialect === "draft4") return pointing;
      const beside = this.body(value, side, made, depth);
      return beside && { ...beside, ...pointing };
    }
    const schema = this.body(value, side, made, depth);
    return schema && this.dialect === "draft4" ? nullableOf(value, schema) : schema;
  }

  private body(value: Record<string, unknown>, side: Side, made: Made, depth: number): OwnSchema | null {
    const schema = scalarWords(value, this.dialect);
    const below = (inner: unknown) => this.convert(inner, side, made, depth + 1);
    for (const word of SCHEMA_LISTS) {
      const list = ownList(value, word).map(below);
      if (list.includes(null)) return null;
      if (list.length > 0) schema[word] = list;
    }
    const left = new Set<string>();
    for (const word of SCHEMA_MAPS) {
      const entries: [string, OwnSchema][] = [];
      for (const [name, inner] of ownEntries(value, word)) {
        const hidden = word === "properties" && (isTrap(name) || own(inner, side === "input" ? "readOnly" : "writeOnly") === true);
        if (hidden) left.add(name);
        const made = hidden ? {} : below(inner);
        if (made === null) return null;
        if (!hidden) entries.push([name, made]);
      }
      if (entries.length > 0 || (word === "properties" && isDict(own(value, word)))) schema[word] = Object.fromEntries(entries);
    }
    for (const word of SCHEMAS) {
      const inner = own(value, word);
      if (Array.isArray(inner)) {
        const list = inner.map(below);
        if (list.includes(null)) return null;
        if (word === "items") schema.prefixItems = list;
      } else if (typeof inner === "boolean") schema[word] = inner;
      else if (isDict(inner)) {
        const one = below(inner);
        if (one === null) return null;
        schema[word] = one;
      }
    }
    const required = ownList(value, "required").filter((name) => typeof name === "string" && !left.has(name) && !isTrap(name));
    if (required.length > 0) schema.required = [...new Set(required)].slice(0, 2_000);
    return schema;
  }
}
