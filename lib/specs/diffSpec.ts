import { cleanText } from "@/lib/cleanText";
import type { OperationShape } from "@/lib/gateway/types";
import type { Difference } from "./diffNode";
import { diffSchemas } from "./diffSchemas";
import { partStyle } from "./partStyle";
import type { SpecChange, SpecOperation } from "./types";

type Listed = Pick<SpecOperation, "key" | "name" | "shape" | "question" | "description">;

const MOST_WORDS = 30;

/** What a newer description would change of what is listed: added and changed operations in its order, then those that are gone. */
export function diffSpec(before: readonly Listed[], after: readonly SpecOperation[]): SpecChange[] {
  const old = new Map(before.map((listed) => [listed.key, listed]));
  const keys = new Set(after.map(({ key }) => key));
  const changes = after.flatMap((operation): SpecChange[] => {
    const listed = old.get(operation.key);
    if (!listed) return [{ kind: "added", operation }];
    const found = differences(listed, operation);
    if (found.length === 0) return [];
    const what = found.map((one) => cleanText(one.what, 200));
    const rest = what.length - MOST_WORDS;
    const said = rest > 0 ? [...what.slice(0, MOST_WORDS), `and ${rest} more`] : what;
    return [{ kind: "changed", operation, what: said, breaking: found.some(({ breaking }) => breaking) }];
  });
  const gone = before.filter(({ key }) => !keys.has(key)).map(({ key, name }): SpecChange => ({ kind: "removed", key, name }));
  return [...changes, ...gone];
}

/** Breaking ones first. */
function differences(listed: Listed, operation: SpecOperation): Difference[] {
  const found = [...diffParts(listed.shape, operation.shape), ...diffSchemas(listed.shape.input, operation.shape.input, "input")];
  const [had, has] = [listed.shape.output, operation.shape.output];
  if (had && has) found.push(...diffSchemas(had, has, "answer"));
  else if (had || has) found.push({ what: has ? "the answer is described now" : "the answer is no longer described", breaking: !has });
  if (listed.question !== operation.question || listed.description !== operation.description)
    found.push({ what: "its words are new", breaking: false });
  return found.sort((a, b) => Number(b.breaking) - Number(a.breaking));
}

/** Where inputs go and how they are written: what callers of the address itself have to follow. */
function diffParts(before: OperationShape, after: OperationShape): Difference[] {
  const found: Difference[] = [];
  if (before.bodyType !== after.bodyType && before.bodyType !== null && after.bodyType !== null) {
    found.push({ what: `its body is ${after.bodyType}, was ${before.bodyType}`, breaking: true });
  }
  const old = new Map(before.parts.map((part) => [part.key, part]));
  for (const part of after.parts) {
    const was = old.get(part.key);
    if (!was) continue;
    const [a, b] = [partStyle(was), partStyle(part)];
    if (was.place !== part.place)
      found.push({ what: `input \`${part.key}\` goes into the ${part.place}, was in the ${was.place}`, breaking: true });
    else if (was.name !== part.name) found.push({ what: `input \`${part.key}\` is sent as “${part.name}”`, breaking: true });
    else if (a.style !== b.style || a.explode !== b.explode)
      found.push({ what: `input \`${part.key}\` is written in another style`, breaking: true });
  }
  const types = (shape: OperationShape) => shape.answerTypes.join(", ") || "nothing";
  const lost = before.answerTypes.filter((type) => !after.answerTypes.includes(type));
  if (types(before) !== types(after))
    found.push({ what: `it answers with ${types(after)}, was ${types(before)}`, breaking: lost.length > 0 });
  return found;
}
