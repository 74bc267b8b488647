import { z } from "zod";
import { defineTool, type Tool } from "@/lib/tools/define";

const RUNS = Symbol.for("coinslot.echo.runs");
type Counter = { [RUNS]?: number };

/** How often the echo ran in this process. On `globalThis`, since Next gives routes copies of a module. */
export function echoRuns(): number {
  return (globalThis as Counter)[RUNS] ?? 0;
}

/**
 * The cheapest tool there is, to try a client on the local chain and to measure what a paid call costs beside its tool.
 * It stands in no catalog: a shelf shows what is worth its money.
 */
export const echo: Tool = defineTool({
  definition: {
    code: "Z1" as "A1",
    slug: "echo",
    category: "A",
    question: "What did I say?",
    description: "A tool that says your words back, to try a client on the local chain.",
    price: "0.001",
    seller: { handle: "coinslot", name: "Coinslot" },
    tags: ["test"],
    timeoutMs: 2_000,
    examples: { "eip155:8453": { text: "hi" }, "eip155:84532": { text: "hi" } },
    cannotKnow: [],
    faults: [],
  },
  schema: {
    input: z.object({ text: z.string().min(1).max(1_000).describe("What to say.") }),
    output: z.object({ text: z.string() }),
    fields: { text: { label: "Text" } },
  },
  run: async ({ text }) => {
    (globalThis as Counter)[RUNS] = echoRuns() + 1;
    return { text };
  },
});
