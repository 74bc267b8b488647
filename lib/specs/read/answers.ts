import type { OwnSchema } from "@/lib/gateway/types";
import { isJsonType, mediaType } from "../bodyKind";
import type { Reading } from "./context";
import { note } from "./context";
import { own, ownEntries, ownList } from "./json";
import { followDict } from "./references";

const MOST_TYPES = 10;

/** The schema of the first good answer that is JSON, and the content types of all good answers. */
export function readAnswers(reading: Reading, operation: unknown, pointer: string): { output: OwnSchema | null; answerTypes: string[] } {
  const responses = ownEntries(operation, "responses");
  const good = responses.filter(([status]) => /^2(\d\d|XX)$/i.test(status)).sort(([a], [b]) => (a < b ? -1 : 1));
  const chosen = good.length > 0 ? good : responses.filter(([status]) => status === "default");
  const contents = chosen.flatMap(([status, response]) => contentOf(reading, operation, response, `${pointer}/responses/${status}`));
  const types = contents.map(([type]) => mediaType(type)).filter((type) => /^[\w.+*-]+\/[\w.+*-]+$/.test(type) && type.length <= 100);
  const json = contents.find(([type, schema]) => isJsonType(type) && schema !== undefined && schema !== null);
  return { output: json ? schemaOf(reading, json[1], pointer) : null, answerTypes: [...new Set(types)].slice(0, MOST_TYPES) };
}

function contentOf(reading: Reading, operation: unknown, value: unknown, pointer: string): [string, unknown][] {
  const response = followDict(reading.document, value, pointer)?.value;
  if (!response) return [];
  if (reading.format !== "swagger-2.0") return ownEntries(response, "content").map(([type, media]) => [type, own(media, "schema")]);
  const produces = own(operation, "produces") === undefined ? ownList(reading.document, "produces") : ownList(operation, "produces");
  const types = produces.filter((type) => typeof type === "string");
  const schema = own(response, "schema");
  if (schema === undefined) return [];
  return (types.length > 0 ? types : ["application/json"]).map((type) => [type, own(schema, "type") === "file" ? undefined : schema]);
}

function schemaOf(reading: Reading, value: unknown, pointer: string): OwnSchema | null {
  const made = reading.schemas.make(value, "output");
  const $defs = made && reading.schemas.definitions([made], "output");
  if (!made || !$defs) {
    note(reading, "output_left_out", "The schema of its answer is larger than the market keeps; answers are not held to it.", pointer);
    return null;
  }
  return Object.keys($defs).length > 0 ? { ...made.schema, $defs } : made.schema;
}
