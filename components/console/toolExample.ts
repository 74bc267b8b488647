/** An input worth trying, with a short name. */
export type ToolExampleInput = { name: string; input: Record<string, unknown> };
