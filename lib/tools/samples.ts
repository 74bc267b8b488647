import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { toolContext } from "./context";
import { findTool } from "./registry";
import { EXAMPLE_TOKENS } from "./token-safety/examples";

/** An input worth trying, with a short name. */
export type ToolExample = { name: string; input: Record<string, unknown> };

export type SampleAnswer = { example: ToolExample; answer: unknown; at: string };

const FRESH_MS = 60_000;
const KEY = Symbol.for("coinslot.samples");
type Kept = { at: number; answers: Promise<SampleAnswer[]> };
type Holder = { [KEY]?: Map<string, Kept> };

/** What the console offers to fill in: the local chain's sample tokens, else tokens that everyone knows. */
export function toolExamples(slug: string): ToolExample[] {
  const { network, local } = env();
  const tool = findTool(slug);
  if (!tool) return [];
  if (slug === "token-safety") {
    if (local && local.sampleTokens.length > 0) return local.sampleTokens.map(({ name, address }) => ({ name, input: { token: address } }));
    return EXAMPLE_TOKENS[network].map(({ name, token }) => ({ name, input: { token } }));
  }
  return [{ name: "example", input: tool.definition.examples[network] }];
}

/** Real answers to the examples, at most a minute old. An example without an answer is left out; none at all is an empty list. */
export function sampleAnswers(slug: string): Promise<SampleAnswer[]> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const kept = holder[KEY].get(slug);
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.answers;
  const answers = run(slug);
  holder[KEY].set(slug, { at: Date.now(), answers });
  // Nothing came out: the next visitor tries again.
  void answers.then((list) => list.length === 0 && holder[KEY]?.delete(slug));
  return answers;
}

async function run(slug: string): Promise<SampleAnswer[]> {
  const answers = await Promise.all(toolExamples(slug).map((example) => answerTo(slug, example)));
  return answers.filter((answer) => answer !== null);
}

async function answerTo(slug: string, example: ToolExample): Promise<SampleAnswer | null> {
  const tool = findTool(slug);
  if (!tool) return null;
  try {
    const context = toolContext(AbortSignal.timeout(tool.definition.timeoutMs));
    const input = tool.schema.input.parse(example.input);
    const answer = tool.schema.output.parse(await tool.run(input, context));
    return { example, answer, at: new Date().toISOString() };
  } catch (error) {
    log("info", "sample_without_answer", {
      tool: slug,
      example: example.name,
      why: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
