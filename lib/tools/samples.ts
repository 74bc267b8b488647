import "server-only";
import { log } from "@/lib/log";
import { toolContext } from "./context";
import type { Tool, ToolExample } from "./define";
import { examplesOf } from "./examples";
import { Flow } from "./flow";
import { findTool } from "./registry";

export type SampleAnswer = { example: ToolExample; answer: unknown; at: string };

const FRESH_MS = 10 * 60_000;
/** The page has room for so many. */
const MOST_SAMPLES = 6;
const AT_ONCE = 2;
const RETRY_MS = 60_000;
const KEY = Symbol.for("coinslot.samples");
type Kept = { at: number; answers: Promise<SampleAnswer[]> };
type Holder = { [KEY]?: Map<string, Kept> };

/** Real answers to the examples, as old as the tool lets them be. An example without an answer is left out; none at all is an empty list. */
export function sampleAnswers(slug: string): Promise<SampleAnswer[]> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const tool = findTool(slug);
  const freshMs = tool?.sampleFreshMs ?? FRESH_MS;
  const kept = holder[KEY].get(slug);
  if (kept && Date.now() - kept.at < freshMs) return kept.answers;
  const entry: Kept = { at: Date.now(), answers: run(slug) };
  holder[KEY].set(slug, entry);
  void entry.answers.then((list) => {
    // Nothing came out: the next visitor tries again. Something is missing: a visitor in a minute does.
    if (list.length === 0) holder[KEY]?.delete(slug);
    else if (tool && list.length < shownExamples(tool).length) entry.at = Math.min(entry.at, Date.now() - freshMs + RETRY_MS);
  });
  return entry.answers;
}

function shownExamples(tool: Tool): ToolExample[] {
  return examplesOf(tool).slice(0, MOST_SAMPLES);
}

async function run(slug: string): Promise<SampleAnswer[]> {
  const tool = findTool(slug);
  if (!tool || tool.unavailable?.()) return [];
  const examples = shownExamples(tool);
  const answers: (SampleAnswer | null)[] = examples.map(() => null);
  const waiting = examples.entries();
  const lane = async () => {
    for (const [at, example] of waiting) answers[at] = await answerTo(tool, example);
  };
  // Each has the time of one call: all at once would take it from each other.
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return answers.filter((answer) => answer !== null);
}

async function answerTo(tool: Tool, example: ToolExample): Promise<SampleAnswer | null> {
  try {
    const context = toolContext(AbortSignal.timeout(tool.definition.timeoutMs));
    const input = tool.schema.input.parse(example.input);
    const answer = await tool.run(input, context);
    // What flows is for those who pay for it.
    if (answer instanceof Flow) return null;
    return { example, answer: tool.schema.output.parse(answer), at: new Date().toISOString() };
  } catch (error) {
    log("info", "sample_without_answer", {
      tool: tool.definition.slug,
      example: example.name,
      why: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
