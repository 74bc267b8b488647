import { z } from "zod";
import { defineTool, type Tool } from "@/lib/tools/define";
import { Flow, type FlowEnd } from "@/lib/tools/flow";

const schema = {
  input: z.object({ words: z.number().int().min(1).max(1000), flow: z.boolean().optional() }),
  output: z.object({ text: z.string() }),
  fields: {},
};

export type MeteredTool = {
  tool: Tool;
  /** Atomic, what a word costs from now on. */
  setRate: (rate: bigint) => void;
  setUnavailable: (why: string | null) => void;
  runs: () => number;
  /** Parts that were made, and whether the source was told to stop. */
  made: () => number;
  cancelled: () => boolean;
};

/** What a flow does: gives its parts one by one, when it is let, and ends as it is told. */
export type Script = {
  before?: () => Promise<void>;
  parts: number;
  each?: (index: number) => Promise<void>;
  end?: FlowEnd;
  used?: bigint | null;
};

/** A tool that costs by the word and can flow; it uses half of what was asked. */
export function meteredTool(script: Script = { parts: 3 }): MeteredTool {
  let rate = 100n;
  let why: string | null = null;
  let [runs, made, cancelled] = [0, 0, false];
  const parts = async function* (signal: AbortSignal) {
    try {
      for (let i = 0; i < script.parts; i++) {
        await script.each?.(i);
        if (signal.aborted) return;
        made += 1;
        yield `data: part ${i}\n\n`;
      }
      if (script.end === "broken") yield "data: broken\n\n";
    } finally {
      cancelled = signal.aborted;
    }
  };
  const tool = defineTool({
    definition: {
      code: "Z2" as "E1",
      slug: "metered",
      category: "E",
      question: "How many words?",
      description: "Costs by the word.",
      price: "0.001",
      pricing: "Each word costs the same.",
      seller: { handle: "tester", name: "Tester" },
      tags: [],
      timeoutMs: 2_000,
      examples: { "eip155:8453": { words: 10 }, "eip155:84532": { words: 10 } },
      cannotKnow: [],
      faults: [],
    },
    schema,
    unavailable: () => why,
    price: ({ words }) => ({ amount: BigInt(words) * rate, made: `${words} words` }),
    used: ({ words }) => (BigInt(words) * rate) / 2n,
    run: async ({ words, flow }, { signal }) => {
      runs += 1;
      await script.before?.();
      const told = () =>
        ({ end: script.end ?? "whole", used: script.used === undefined ? (BigInt(words) * rate) / 2n : script.used }) as const;
      return flow ? new Flow("text/event-stream", parts(signal), told) : { text: `${words} words` };
    },
  });
  return {
    tool,
    setRate: (next) => {
      rate = next;
    },
    setUnavailable: (next) => {
      why = next;
    },
    runs: () => runs,
    made: () => made,
    cancelled: () => cancelled,
  };
}
