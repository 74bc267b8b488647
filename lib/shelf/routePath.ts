import type { Tool } from "@/lib/tools/define";

/**
 * Where a tool is called, with `{name}` where a path takes a value: `/api/v1/token-safety`,
 * `/api/v1/g/kestrel/weather/forecast/{city}`.
 */
export function routePath({ definition, shape }: Pick<Tool, "definition" | "shape">): string {
  const { slug, seller, listing } = definition;
  return shape && listing ? `/api/v1/g/${seller.handle}/${listing.name}${shape.path}` : `/api/v1/${slug}`;
}
