import type { Meta, PageFacts } from "../facts";

/** All that the head says under this name. */
export function metasOf({ metas }: Pick<PageFacts, "metas">, name: string): Meta[] {
  return metas.filter((meta) => meta.name === name && meta.inHead);
}

/** The first that says anything. */
export function metaOf(page: Pick<PageFacts, "metas">, name: string): string | null {
  return metasOf(page, name).find(({ content }) => content !== "")?.content ?? null;
}
