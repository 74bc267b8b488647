import { METHODS, type Method, type OperationShape } from "@/lib/gateway/types";
import { matchPath, templateSegments } from "./matchPath";

type Of = Pick<OperationShape, "method" | "path">;

export type FoundOperation<Shape> =
  | { kind: "found"; shape: Shape }
  /** The path is there, for these methods. */
  | { kind: "other_method"; allowed: Method[] }
  | { kind: "none" };

/** The operation that a request is for: where several paths fit, what is literal wins over parts, from the left. */
export function findOperation<Shape extends Of>(shapes: readonly Shape[], method: string, path: string): FoundOperation<Shape> {
  const fitting = shapes.filter((shape) => matchPath(shape.path, path) !== null);
  if (fitting.length === 0) return { kind: "none" };
  const same = fitting.filter((shape) => shape.method === method);
  const [best] = same.sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : rank(a.path) > rank(b.path) ? 1 : 0));
  if (best) return { kind: "found", shape: best };
  return { kind: "other_method", allowed: METHODS.filter((name) => fitting.some((shape) => shape.method === name)) };
}

/** A digit a segment: 0 literal, 1 partly, 2 a part alone. All that fit one path have the same number of segments. */
function rank(template: string): string {
  return templateSegments(template)
    .map((pieces) => (pieces.every((piece) => "literal" in piece) ? 0 : pieces.length > 1 ? 1 : 2))
    .join("");
}
