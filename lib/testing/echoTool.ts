import { z } from "zod";
import { defineTool, type Tool } from "@/lib/tools/define";

export type EchoTool = { tool: Tool; runs: () => number };

type Behaviour = (text: string, signal: AbortSignal) => Promise<unknown>;

/** A tool that counts its runs, so that a test can say that a refused one did not run. */
export function echoTool(behaviour: Behaviour = async (text) => ({ text }), timeoutMs = 2_000): EchoTool {
  let runs = 0;
  const tool = defineTool({
    definition: {
      code: "Z1" as "A1",
      slug: "echo",
      category: "A",
      question: "What did I say?",
      description: "Says it again.",
      price: "0.005",
      seller: { handle: "tester", name: "Tester" },
      tags: [],
      timeoutMs,
      examples: { "eip155:8453": { text: "hi" }, "eip155:84532": { text: "hi" } },
      cannotKnow: [],
      faults: [],
    },
    schema: {
      input: z.object({ text: z.string().min(1).describe("What to say.") }),
      output: z.object({ text: z.string() }),
      fields: {},
    },
    run: async ({ text }, { signal }) => {
      runs += 1;
      return (await behaviour(text, signal)) as { text: string };
    },
  });
  return { tool, runs: () => runs };
}
