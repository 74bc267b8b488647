/** What of JSON Schema is kept. Not among them: patterns of strangers, which nobody here runs, and what names other documents. */
export const SCHEMA_LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
export const SCHEMA_MAPS = ["properties", "dependentSchemas"] as const;
export const SCHEMAS = ["items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"] as const;
export const COUNTS = [
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "maxProperties",
  "minProperties",
  "minContains",
  "maxContains",
] as const;
export const NUMBERS = ["multipleOf", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"] as const;
export const FLAGS = ["uniqueItems", "deprecated", "readOnly", "writeOnly"] as const;
export const TYPES = new Set(["string", "number", "integer", "boolean", "array", "object", "null"]);
