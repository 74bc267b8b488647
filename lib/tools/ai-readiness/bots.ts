import { cleanText } from "../../cleanText";
import { BOTS } from "../../web/robots/bots";
import { judgeRobots } from "../../web/robots/matchRobots";
import type { Robots } from "../../web/robots/readRobots";
import type { AiReadinessAnswer } from "./schema";

type Bot = AiReadinessAnswer["bots"][number];
/** Those that read for AI. */
const AI = BOTS.flatMap(({ name, operator, purpose }) => (purpose === "search" ? [] : [{ name, operator, purpose }]));

/** Names under which pages speak to these robots in tags of their own. */
export const BOT_NAMES = AI.map(({ name }) => name);

/** What robots.txt says to each of them about one address, with the deciding line. */
export function judgeBots(robots: Robots, url: URL): Bot[] {
  return AI.map((bot) => {
    if (robots.state !== "read") return { ...bot, verdict: "allowed", rule: null, group: null };
    const { allowed, rule, group } = judgeRobots(robots.file, bot.name, url);
    const told = rule && { line: rule.line, text: cleanText(robots.file.lines[rule.line - 1] ?? "", 200) };
    return { ...bot, verdict: allowed ? "allowed" : "disallowed", rule: told, group };
  });
}
