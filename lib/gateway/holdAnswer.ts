import { isUtf8 } from "node:buffer";
import { isJsonType } from "@/lib/specs/bodyKind";
import { compileCheck } from "@/lib/specs/checkInput";
import type { RawAnswer } from "@/lib/tools/rawAnswer";
import type { OwnSchema } from "./types";
import { badAnswer } from "./upstream/refusals";

/** Throws unless the answer is JSON that fits what its seller described. */
export function holdAnswer({ contentType, body }: RawAnswer, schema: OwnSchema): void {
  if (!isJsonType(contentType)) throw badAnswer("it is no JSON.");
  const [fault] = compileCheck(schema)(parse(body));
  if (fault) throw badAnswer(`${fault.field}: ${fault.message}`);
}

function parse(body: Uint8Array): unknown {
  if (!isUtf8(body)) throw badAnswer("it is no valid text.");
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    throw badAnswer("it is JSON that can't be read.");
  }
}
