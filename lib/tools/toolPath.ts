import type { Tool } from "./define";

/** Where a tool is called: of a seller's, as its API has it, with `{name}` where a part of the path goes. */
export function toolPath({ definition, shape }: Pick<Tool, "definition" | "shape">): string {
  if (!shape) return `/api/v1/${definition.slug}`;
  const [seller, listing] = definition.slug.split("/");
  return `/api/v1/g/${seller}/${listing}${shape.path}`;
}
