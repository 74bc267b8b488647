import type { ReadSpec, SpecFault } from "../types";
import { formatBreaks } from "./formatBreaks";
import { parseText } from "./parseText";
import { readDocument } from "./readDocument";
import { type Fault, SpecRefusal } from "./refusal";
import { scan } from "./scan";

/** What a thread does with a description: text → operations, or what is wrong with it and where. */
export default function readText({ text }: { text: string }): ReadSpec {
  let linesOf: ReturnType<typeof parseText>["linesOf"] = () => new Map();
  try {
    const parsed = parseText(text);
    linesOf = parsed.linesOf;
    scan(parsed.document);
    const { notes, ...read } = readDocument(parsed.document);
    return { ok: true, spec: { ...read, notes: placed([...notes, ...formatBreaks(parsed.document, read.format)], linesOf) } };
  } catch (error) {
    if (!(error instanceof SpecRefusal)) throw error;
    return { ok: false, faults: placed(error.faults, linesOf) };
  }
}

function placed(faults: readonly Fault[], linesOf: (pointers: readonly string[]) => Map<string, number>): SpecFault[] {
  const lines = linesOf(faults.flatMap(({ pointer }) => (pointer ? [pointer] : [])));
  return faults.map(({ pointer, line, ...said }) => ({ ...said, pointer, line: line ?? lines.get(pointer ?? "") ?? null }));
}
