/** Calls one web tool as often as it can, in a process of its own, and tells its parent how that went. */

import type { Tool, ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { findTool } from "@/lib/tools/registry";
import { answerCache } from "@/lib/web/answerCache";
import { openWeb } from "@/lib/web/openWeb";
import { askNameServers } from "@/lib/web/resolve";
import { turnCounts, USUAL_LIMITS } from "@/lib/web/turns";
import type { CallerNews, Run } from "./types";

const [slug = "", origin = "", seconds = "4"] = process.argv.slice(2);
const tell = (news: CallerNews) => void process.send?.(news);
process.on("disconnect", () => process.exit(0));

/** The market's own limits, as on its own sample site: a stranger's site would be asked far more slowly. */
const web = openWeb({
  resolve: askNameServers,
  localOrigins: new Set([origin]),
  allowLocal: false,
  turns: turnCounts(USUAL_LIMITS),
  cache: answerCache(32 * 1024 * 1024, 3_600),
  userAgent: "CoinslotBench/1.0",
});

type Job = { tool: Tool; input: unknown };

async function call({ tool, input }: Job, run: Run): Promise<void> {
  const ctx: ToolContext = { signal: AbortSignal.timeout(tool.definition.timeoutMs), homeChain: "eip155:84532", chain: () => null, web };
  const began = performance.now();
  try {
    const answer = tool.schema.output.parse(await tool.run(input, ctx)) as { pages?: unknown };
    run.ms.push(performance.now() - began);
    run.pages += Array.isArray(answer.pages) ? answer.pages.length : 1;
  } catch (error) {
    const reason = error instanceof ToolRefusal ? error.reason : String(error).slice(0, 120);
    run.refused[reason] = (run.refused[reason] ?? 0) + 1;
  }
}

/** So many callers at a time, each with its next call as soon as it has an answer. */
async function load(job: Job, atOnce: number, forMs: number): Promise<Run> {
  const run: Run = { ms: [], pages: 0, refused: {}, wallMs: 0 };
  const began = performance.now();
  const caller = async () => {
    do await call(job, run);
    while (performance.now() - began < forMs);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  run.wallMs = performance.now() - began;
  return run;
}

const tool = findTool(slug);
if (!tool) throw new Error(`There is no tool "${slug}".`);
const away = tool.unavailable?.() ?? null;
if (away) tell({ kind: "away", why: away });
else {
  for (const { name, input } of tool.examples?.({ network: "eip155:84532", site: origin, tokens: [], places: [] }) ?? []) {
    const job: Job = { tool, input: tool.schema.input.parse(input) };
    await load(job, 1, 0);
    tell({ kind: "idle", example: name });
    const ten = await load(job, 10, Number(seconds) * 1_000);
    tell({ kind: "crowd", example: name });
    const fifty = await load(job, 50, Number(seconds) * 500);
    tell({ kind: "measured", example: name, ten, fifty });
  }
}
tell({ kind: "done" });
