import type { SpecOperation } from "@/lib/specs/types";
import type { Uploaded } from "./uploadSpec";

/** So much of a description stands in the list that a seller chooses from. */
const SHOWN = 240;

/** What was read, without the schemas: a thousand operations are chosen from in a browser. */
export function uploadJson(uploaded: Uploaded) {
  if (!uploaded.ok) return { ok: false as const, source: uploaded.source, faults: uploaded.faults };
  const { format, title, version, description, servers, auth, operations, notes } = uploaded.spec;
  return {
    ok: true as const,
    id: uploaded.id,
    source: uploaded.source,
    format,
    title,
    version,
    description: description.slice(0, SHOWN * 4),
    servers,
    auth,
    operations: operations.map(operationLine),
    faults: notes,
  };
}

export type UploadJson = ReturnType<typeof uploadJson>;
export type UploadedJson = Extract<UploadJson, { ok: true }>;

function operationLine({ key, name, question, description, tags, deprecated, shape }: SpecOperation) {
  return { key, name, question, description: description.slice(0, SHOWN), tags, deprecated, method: shape.method, path: shape.path };
}
