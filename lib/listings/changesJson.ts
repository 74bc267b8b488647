import type { SpecChange } from "@/lib/specs/types";

/** What a newer description changes, for its seller to look at before it is in force. */
export function changesJson(changes: readonly SpecChange[]) {
  return changes.map((change) => {
    if (change.kind === "removed") return { kind: change.kind, key: change.key, question: change.name, what: [], breaking: true };
    const { key, question } = change.operation;
    if (change.kind === "added") return { kind: change.kind, key, question, what: [], breaking: false };
    return { kind: change.kind, key, question, what: change.what, breaking: change.breaking };
  });
}

export type ChangeJson = ReturnType<typeof changesJson>[number];
