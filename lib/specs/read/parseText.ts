import { LineCounter, parseDocument } from "yaml";
import { type LinesOf, linesInJson, linesInYaml } from "./lines";
import { SpecRefusal } from "./refusal";

/** A document that uses its anchors more often than so is made to be large. */
const MOST_ALIASES = 2_000;

/** JSON or YAML as its value. Throws `spec_not_parsable`, with the line. */
export function parseText(text: string): { document: unknown; linesOf: LinesOf } {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") throw notParsable("The document is empty.", null);
  return /^\s*[{[]/.test(plain.slice(0, 1_000)) ? fromJson(plain) : fromYaml(plain);
}

function fromJson(text: string): { document: unknown; linesOf: LinesOf } {
  try {
    return { document: JSON.parse(text) as unknown, linesOf: (pointers) => linesInJson(text, pointers) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "";
    const at = /position (\d+)/.exec(why)?.[1];
    // The message quotes what stands there, which may be anything.
    const what = why.replace(/,? ?\.{0,3}".*$/s, "").replace(/ in JSON at position.*$/s, "");
    throw notParsable(`This is not valid JSON: ${what}.`, at === undefined ? lineAt(text, text.length) : lineAt(text, Number(at)));
  }
}

function fromYaml(text: string): { document: unknown; linesOf: LinesOf } {
  const lineCounter = new LineCounter();
  // Names that are there twice are looked for in squared time, so that they are not looked for: the last one counts.
  const parsed = parseDocument(text, {
    lineCounter,
    uniqueKeys: false,
    merge: true,
    schema: "core",
    logLevel: "error",
    prettyErrors: false,
  });
  const [fault] = parsed.errors;
  if (fault) throw notParsable(`This is not valid YAML: ${fault.message.split("\n")[0]}`, lineCounter.linePos(fault.pos[0]).line);
  try {
    const document = parsed.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
    return { document, linesOf: (pointers) => linesInYaml(parsed, lineCounter, pointers) };
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new SpecRefusal([
      {
        code: "spec_too_large",
        message: "Its aliases make it many times larger than it is written.",
        hint: "Write it without nested aliases.",
        pointer: null,
      },
    ]);
  }
}

function notParsable(message: string, line: number | null): SpecRefusal {
  return new SpecRefusal([
    { code: "spec_not_parsable", message: message.slice(0, 300), hint: "Give the document as JSON or YAML.", pointer: null, line },
  ]);
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
