import type { FieldFault } from "@/lib/errors";
import type { OwnSchema } from "@/lib/gateway/types";
import { Budget, TooMuch } from "./checkBudget";
import { scalarFault } from "./checkScalar";
import { below, isNull, listOf, shown } from "./checkWords";
import { atPointer, isObject } from "./schemaNodes";

export type Check = (value: unknown) => FieldFault[];

const DEEPEST = 150;
const MOST_FAULTS = 20;

/**
 * A check of values by a stranger's schema. The schema is walked, never made into code, and with a bounded number of steps;
 * its patterns are not run. What can't be decided within the bounds is a fault. An empty list: the value fits.
 */
export function compileCheck(schema: OwnSchema): Check {
  return (value) => {
    const walk = new Walk(schema, new Budget(value));
    try {
      const faults = walk.faultsOf(schema, value, "", 0).slice(0, MOST_FAULTS);
      return faults.map(({ field, message }) => ({ field: field || "(input)", message }));
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      return [{ field: "(input)", message: "It is too complex to be checked by its schema." }];
    }
  };
}

const TYPE_TESTS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  array: Array.isArray,
  object: isObject,
  null: (value) => value === null,
};

class Walk {
  constructor(
    private readonly root: OwnSchema,
    private readonly budget: Budget,
  ) {}

  faultsOf(schema: unknown, value: unknown, field: string, depth: number): FieldFault[] {
    this.budget.spend(1);
    if (depth > DEEPEST) throw new TooMuch();
    if (schema === false) return [{ field, message: "Nothing may be here." }];
    if (!isObject(schema)) return [];
    const own = this.ownFault(schema, value);
    // Of what has the wrong type, nothing else is worth saying.
    if (own) return [{ field, message: own }];
    const faults = this.inPlace(schema, value, field, depth + 1);
    if (Array.isArray(value)) faults.push(...this.inList(schema, value, field, depth + 1));
    else if (isObject(value)) faults.push(...this.inObject(schema, value, field, depth + 1));
    return faults;
  }

  private fits(schema: unknown, value: unknown, depth: number): boolean {
    return this.faultsOf(schema, value, "", depth).length === 0;
  }

  private ownFault(schema: OwnSchema, value: unknown): string | null {
    const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => typeof type === "string");
    if (types.length > 0 && !types.some((type) => Object.hasOwn(TYPE_TESTS, type) && TYPE_TESTS[type]?.(value))) {
      return `It has to be ${types.map((type) => (/^[aio]/.test(type) ? `an ${type}` : type === "null" ? type : `a ${type}`)).join(" or ")}.`;
    }
    if (Object.hasOwn(schema, "const") && !this.budget.same(schema.const, value)) return `It has to be ${shown([schema.const])}.`;
    if (Array.isArray(schema.enum) && !schema.enum.some((choice) => this.budget.same(choice, value)))
      return `It has to be one of: ${shown(schema.enum)}.`;
    return scalarFault(schema, value);
  }

  /** Words that hold the same value to other schemas. */
  private inPlace(schema: OwnSchema, value: unknown, field: string, depth: number): FieldFault[] {
    const faults: FieldFault[] = [];
    if (typeof schema.$ref === "string") faults.push(...this.faultsOf(atPointer(this.root, schema.$ref), value, field, depth));
    for (const inner of listOf(schema.allOf)) faults.push(...this.faultsOf(inner, value, field, depth));
    for (const word of ["anyOf", "oneOf"] as const) {
      const branches = listOf(schema[word]);
      if (branches.length > 0) faults.push(...this.branchFaults(branches, word === "oneOf", value, field, depth));
    }
    if (schema.not !== undefined && this.fits(schema.not, value, depth))
      faults.push({ field, message: "It has a form that is ruled out." });
    if (schema.if !== undefined) {
      const branch = this.fits(schema.if, value, depth) ? schema.then : schema.else;
      if (branch !== undefined) faults.push(...this.faultsOf(branch, value, field, depth));
    }
    return faults;
  }

  private branchFaults(branches: unknown[], alone: boolean, value: unknown, field: string, depth: number): FieldFault[] {
    let fitting = 0;
    let nearest: FieldFault[] | null = null;
    for (const branch of branches) {
      const faults = this.faultsOf(branch, value, field, depth);
      if (faults.length === 0) fitting++;
      else if (!isNull(branch)) nearest = nearest === null ? faults : [{ field, message: "It fits none of the forms that are described." }];
      if (fitting > 0 && !alone) return [];
    }
    if (fitting === 1) return [];
    if (fitting > 1) return [{ field, message: "It fits several forms of which only one is allowed." }];
    return nearest ?? [{ field, message: "It has to be null." }];
  }

  private inList(schema: OwnSchema, value: unknown[], field: string, depth: number): FieldFault[] {
    const { minItems: least, maxItems: most } = schema;
    if (typeof least === "number" && value.length < least) return [{ field, message: `It has to have ${least} items or more.` }];
    if (typeof most === "number" && value.length > most) return [{ field, message: `It has to have ${most} items or fewer.` }];
    const first = listOf(schema.prefixItems);
    const faults: FieldFault[] = [];
    for (const [at, item] of value.entries()) {
      const inner = at < first.length ? first[at] : schema.items;
      if (inner !== undefined) faults.push(...this.faultsOf(inner, item, below(field, at), depth));
      if (faults.length >= MOST_FAULTS) return faults;
    }
    if (schema.uniqueItems === true && this.budget.repeats(value)) faults.push({ field, message: "Its items have to be different." });
    if (schema.contains !== undefined) {
      const count = value.filter((item) => this.fits(schema.contains, item, depth)).length;
      const wanted = typeof schema.minContains === "number" ? schema.minContains : 1;
      if (count < wanted) faults.push({ field, message: `It has to hold ${wanted} of the items that are described, or more.` });
      if (typeof schema.maxContains === "number" && count > schema.maxContains)
        faults.push({ field, message: "It holds too many of the items that are described." });
    }
    return faults;
  }

  private inObject(schema: OwnSchema, value: OwnSchema, field: string, depth: number): FieldFault[] {
    const names = Object.keys(value);
    this.budget.spend(names.length);
    const faults: FieldFault[] = [];
    for (const name of listOf(schema.required)) {
      if (typeof name === "string" && !Object.hasOwn(value, name)) faults.push({ field: below(field, name), message: "It is needed." });
    }
    const { minProperties: least, maxProperties: most } = schema;
    if (typeof least === "number" && names.length < least) faults.push({ field, message: `It has to have ${least} properties or more.` });
    if (typeof most === "number" && names.length > most) faults.push({ field, message: `It has to have ${most} properties or fewer.` });
    const described = isObject(schema.properties) ? schema.properties : {};
    const dependent = isObject(schema.dependentSchemas) ? schema.dependentSchemas : {};
    for (const name of names) {
      if (faults.length >= MOST_FAULTS) break;
      if (schema.propertyNames !== undefined) faults.push(...this.faultsOf(schema.propertyNames, name, below(field, name), depth));
      if (Object.hasOwn(dependent, name)) faults.push(...this.faultsOf(dependent[name], value, field, depth));
      if (Object.hasOwn(described, name)) faults.push(...this.faultsOf(described[name], value[name], below(field, name), depth));
      else if (schema.additionalProperties === false)
        faults.push({ field: below(field, name), message: "There is no input of this name." });
      else if (schema.additionalProperties !== undefined)
        faults.push(...this.faultsOf(schema.additionalProperties, value[name], below(field, name), depth));
    }
    return faults;
  }
}
