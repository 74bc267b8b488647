import type { InputPart, Method, OperationShape, OwnSchema } from "@/lib/gateway/types";
import { readAnswers } from "./answers";
import { type Body, readBodyOf } from "./body";
import { type Reading, Skipped } from "./context";
import { boundedData } from "./data";
import { own, step } from "./json";
import { keyOf } from "./names";
import { type Given, pathParts, readParameters } from "./parameters";
import { sampleOf } from "./sample";

const PLACES: InputPart["place"][] = ["path", "query", "header", "body", "whole"];

type Input = { part: InputPart; given: Given };

/** How an operation is called, and an input of it. Throws `Skipped` where it can't be sold. */
export function readShape(reading: Reading, method: Method, path: string, holder: unknown, operation: unknown) {
  const above = `/paths${step(path)}`;
  const pointer = `${above}/${method.toLowerCase()}`;
  const holders = [
    { value: holder, pointer: above },
    { value: operation, pointer },
  ];
  const named = readParameters(reading, holders).filter(({ part }) => part.place !== "path" || path.includes(`{${part.name}}`));
  const parameters = [...pathParts(path, named), ...named].sort((a, b) => PLACES.indexOf(a.part.place) - PLACES.indexOf(b.part.place));
  const body = method === "GET" ? null : readBodyOf(reading, operation, pointer, [holder, operation]);
  const all = [...parameters, ...bodyInputs(parameters, body)];
  const $defs = reading.schemas.definitions(
    all.map(({ made }) => made),
    "input",
  );
  if (!$defs) throw new Skipped("The schema of its input is larger than the market keeps.", pointer);
  const taken = new Set<string>();
  const inputs = all.map((given) => ({ given, part: { key: keyOf(given.part.name || "body", taken), ...given.part } }));
  const input = inputSchema(inputs, $defs);
  const parts = inputs.map(({ part }) => part);
  const shape: OperationShape = {
    method,
    path,
    parts,
    bodyType: body?.bodyType ?? null,
    input,
    ...readAnswers(reading, operation, pointer),
  };
  return { shape, example: exampleOf(inputs, body, input) };
}

/** The body's properties beside the parameters, unless one of them has a parameter's name: then the body stays whole. */
function bodyInputs(parameters: readonly Given[], body: Body | null): Given[] {
  if (!body) return [];
  const names = new Set(parameters.map(({ part }) => part.name));
  if (body.parts && (!body.whole || !body.parts.some(({ part }) => names.has(part.name)))) return body.parts;
  if (!body.whole) return [];
  const { schema } = body.whole;
  const said = body.description && !("$ref" in schema) ? { description: body.description, ...schema } : schema;
  return [{ part: { place: "whole", name: "" }, made: { ...body.whole, schema: said }, required: body.required, example: body.example }];
}

function inputSchema(inputs: readonly Input[], $defs: Record<string, OwnSchema>): OwnSchema {
  const required = inputs.filter(({ given }) => given.required).map(({ part }) => part.key);
  return {
    type: "object",
    properties: Object.fromEntries(inputs.map(({ part, given }) => [part.key, given.made.schema])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  };
}

/** What has to be there, and what the author's own example of the body has. */
function exampleOf(inputs: readonly Input[], body: Body | null, root: OwnSchema): Record<string, unknown> {
  const entries = inputs.flatMap(({ part, given }) => {
    const said = boundedData(part.place === "body" ? (own(body?.example, part.name) ?? given.example) : given.example, 8_000);
    const wanted = given.required || (said !== undefined && (part.place === "whole" || own(body?.example, part.name) !== undefined));
    return wanted ? [[part.key, said ?? sampleOf(given.made.schema, root)] as const] : [];
  });
  return Object.fromEntries(entries);
}
