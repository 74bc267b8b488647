/** Calls of one input: how long each took, how many pages were read in all, and why some had no answer. */
export type Run = { ms: number[]; pages: number; refused: Record<string, number>; wallMs: number };

export type CallerNews =
  | { kind: "away"; why: string }
  | { kind: "idle" | "crowd"; example: string }
  | { kind: "measured"; example: string; ten: Run; fifty: Run }
  | { kind: "done" };

/** Memory in MB, of the caller and all that it started; null where there is no /proc. */
export type WebRow = { slug: string; example: string; ten: Run; fifty: Run; idleMb: number | null; crowdMb: number | null };
